import { useId } from "react";
import type { AppointmentInList } from "../../../appointments/contract.ts";
import { StatusGlyph } from "../../../appointments/ui/status-glyph.tsx";
import { numericDate, shortDate } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import type { Office } from "../../../offices/contract.ts";
import { useOpening } from "../use-opening.ts";
import { useVisitWords } from "./use-visit-words.ts";

interface TableProps {
  readonly title: string;
  readonly appointments: readonly AppointmentInList[];
  readonly office: Office | undefined;
}

export function AppointmentsTable({ title, appointments, office }: TableProps) {
  const t = useText();
  const titleId = useId();
  return (
    <>
      <h3 id={titleId}>{title}</h3>
      <table className="visits" aria-labelledby={titleId}>
        <thead>
          <tr>
            {(["date", "time", "service", "queue", "status"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`search.column-${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {appointments.map((appointment) => (
            <Row key={appointment.id} appointment={appointment} office={office} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ appointment, office }: { appointment: AppointmentInList; office: Office | undefined }) {
  const t = useText();
  const { language } = useLanguage();
  const { service, queue } = useVisitWords(office);
  const { openAppointment } = useOpening();
  const { date, time, status } = appointment;
  return (
    <tr className={classes(status === "cancelled" && "is-cancelled")}>
      <td>
        <Button look="link" className="visits__open" onClick={() => openAppointment(appointment)}>
          {shortDate(date, language).replace(/\s\S+$/, "")} {numericDate(date)}
        </Button>
      </td>
      <td className="visits__time">{time}</td>
      <td>{service(appointment)}</td>
      <td>{queue(appointment)}</td>
      <td className="visits__status">
        <StatusGlyph status={status} /> {t(`plan.status-${status}`)}
      </td>
    </tr>
  );
}
