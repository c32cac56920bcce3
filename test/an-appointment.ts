import type { Appointment } from "../src/appointments/contract.ts";
import { columnsWhere, fieldOf, isList } from "../src/appointments/field/columns.ts";
import type { AppointmentField } from "../src/appointments/field/field.ts";
import { presented } from "../src/appointments/row/present.ts";
import type { AppointmentRow } from "../src/appointments/sql.ts";

/** An appointment for a test of what needs no database: at 08:00 of the world's first day, of nobody but a name. */

const AT = Temporal.Instant.from("2026-11-24T08:00:00+02:00");

const BLANK: Readonly<Record<AppointmentField["kind"], unknown>> = {
  id: "01942bd1-7a5b-7000-8000-000000000001",
  text: "",
  "maybe-text": null,
  choice: null,
  "maybe-choice": null,
  queue: 1,
  number: 1,
  "maybe-number": null,
  instant: AT,
  "maybe-instant": null,
  services: [],
  companions: [],
  choices: [],
};

const blankRow = Object.fromEntries(
  columnsWhere().map((column) => {
    const { kind, choices, typed } = fieldOf(column);
    if (isList({ kind })) return [column, BLANK[kind]];
    return [column, typed?.empty || (kind === "choice" && choices?.[0]) || BLANK[kind]];
  }),
);

export const anAppointmentRow = (more: Partial<AppointmentRow> = {}): AppointmentRow =>
  ({
    ...blankRow,
    created_by_name: null,
    reference: "482715306",
    status: "booked",
    service: "signature",
    ends_at: AT.add({ minutes: 15 }),
    last_name: "Παπαδοπούλου",
    first_name: "Ελένη",
    ...more,
  }) as AppointmentRow;

/** The same as the API shows it. */
export const anAppointment = (more: Partial<Appointment> = {}): Appointment => ({
  ...presented("9901", anAppointmentRow()),
  ...more,
});
