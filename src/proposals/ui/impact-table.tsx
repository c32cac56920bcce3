import { useText } from "../../web/text.tsx";
import type { Proposal } from "../contract.ts";
import type { Choice, Choices } from "./decisions.ts";
import { ImpactRow } from "./impact-row.tsx";

export interface ImpactTableProps {
  readonly proposal: Proposal;
  readonly chosen: Choices;
  readonly queueName: (number: number) => string;
  readonly serviceName: (code: string) => string;
  readonly onChoose: (id: string, choice: Choice) => void;
}

/** The appointments that a change concerns, with a place for each that can be changed. */
export function ImpactTable(props: ImpactTableProps) {
  const t = useText();
  const { appointments } = props.proposal;
  const isOneDay = appointments.every(({ appointment }) => appointment.date === appointments[0]?.appointment.date);
  return (
    <table className="impact__table">
      <caption className="vh">{t("rules.moves")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("rules.now")}</th>
          <th scope="col">{t("rules.person")}</th>
          <th scope="col">{t("rules.proposed")}</th>
          <th scope="col">{t("rules.notice")}</th>
        </tr>
      </thead>
      <tbody>
        {appointments.map((one) => (
          <ImpactRow key={one.appointment.id} {...props} one={one} isOneDay={isOneDay} />
        ))}
      </tbody>
    </table>
  );
}
