import { dayAndMonth } from "../../kit/dates.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { classes } from "../../kit/ui/classes.ts";
import { ImpactRow, type ImpactTableProps } from "./impact-row.tsx";
import { byDay } from "./work-list/by-day.ts";

/** The appointments that a change concerns, with a place for each that can be changed. */
export function ImpactTable(props: ImpactTableProps) {
  const t = useText();
  const { rows = props.proposal.appointments, caption = t("rules.moves"), picking } = props;
  const { language } = useLanguage();
  const days = byDay({ appointments: rows, closings: [] });
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
      {days.map(({ date, appointments }) => (
        <tbody key={date}>
          {(days.length > 1 || !props.rows) && (
            <tr className="impact__day">
              <th scope="rowgroup" colSpan={picking ? 5 : 4}>
                <b>{dayAndMonth(date, language)}</b> {t("rules.day-count", { count: appointments.length })}
              </th>
            </tr>
          )}
          {appointments.map((one) => (
            <ImpactRow key={one.appointment.id} {...props} one={one} />
          ))}
        </tbody>
      ))}
    </table>
  );
}
