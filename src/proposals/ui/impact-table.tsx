import { useText } from "../../kit/text.tsx";
import { classes } from "../../kit/ui/classes.ts";
import type { Proposal } from "../contract.ts";
import type { Choice, Choices, ConcernedAppointment } from "./decisions.ts";
import { ImpactRow } from "./impact-row.tsx";

/** Some of them now, the others another time. */
export interface Picking {
  readonly isPicked: (id: string) => boolean;
  readonly pick: (ids: readonly string[], isPicked: boolean) => void;
}

export interface ImpactTableProps {
  readonly proposal: Proposal;
  readonly chosen: Choices;
  readonly queueName: (number: number) => string;
  readonly serviceName: (code: string) => string;
  readonly onChoose: (id: string, choice: Choice) => void;
  /** The rows, where not all of the proposal stand in this table */
  readonly rows?: readonly ConcernedAppointment[];
  readonly caption?: string;
  readonly picking?: Picking;
}

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
