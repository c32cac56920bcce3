import { clockTextOf, dateTextOf, offsetText } from "../../platform/time.ts";
import type { Appointment } from "../contract.ts";
import { columnsWhere, nameOf } from "../field/columns.ts";
import type { ResponseShape } from "../field/schemas.ts";
import type { AppointmentRow } from "../sql.ts";

/** A row as the API shows it. */
export function presented(officeCode: string, row: AppointmentRow): Appointment {
  return {
    ...storedFields(row),
    office: officeCode,
    date: dateTextOf(row.starts_at),
    time: clockTextOf(row.starts_at),
    minutes: minutesOf(row),
    statusAt: offsetText(row.status_at),
    calledAt: row.called_at && offsetText(row.called_at),
    business: row.business_name === null ? null : { name: row.business_name, afm: row.business_afm },
    createdAt: offsetText(row.created_at),
    createdBy: row.created_by_name,
    anonymizedAt: row.anonymized_at && offsetText(row.anonymized_at),
  };
}

const SHOWN = columnsWhere(({ isShown }) => isShown === true).map((column) => [column, nameOf(column)] as const);

function storedFields(row: AppointmentRow): Pick<Appointment, keyof ResponseShape> {
  const fields: Record<string, unknown> = {};
  for (const [column, name] of SHOWN) fields[name] = row[column];
  return fields as Pick<Appointment, keyof ResponseShape>;
}

export const minutesOf = (row: Pick<AppointmentRow, "starts_at" | "ends_at">): number =>
  (row.ends_at.epochMilliseconds - row.starts_at.epochMilliseconds) / 60_000;
