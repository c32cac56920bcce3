import { useText } from "../../kit/text.tsx";
import { classes } from "../../kit/ui/classes.ts";
import { ImpactRow, type ImpactTableProps } from "./impact-row.tsx";

/** The appointments that a change concerns, with a place for each that can be changed. */
export function ImpactTable(props: ImpactTableProps) {
  const t = useText();
  const { rows = props.proposal.appointments, caption = t("rules.moves"), picking } = props;
  const isOneDay = rows.every(({ appointment }) => appointment.date === rows[0]?.appointment.date);
  return (
    <table className={classes("impact__table", picking && "impact__table--picking")}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {picking && <th scope="col">{t("workList.pick")}</th>}
          <th scope="col">{t("rules.now")}</th>
          <th scope="col">{t("rules.person")}</th>
          <th scope="col">{t("rules.proposed")}</th>
          <th scope="col">{t("rules.notice")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <ImpactRow key={one.appointment.id} {...props} one={one} isOneDay={isOneDay} />
        ))}
      </tbody>
    </table>
  );
}
