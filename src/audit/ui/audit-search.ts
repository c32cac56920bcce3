import { isDate } from "../../appointments/ui/day-search.ts";
import { KINDS, type Kind } from "../acts.ts";

/** What the page of the audit shows, as its address says: ids and dates, never a name. */
export const MODES = ["day", "person", "appointment", "employee"] as const;
export type TrailMode = (typeof MODES)[number];

export interface AuditSearch {
  readonly by?: Exclude<TrailMode, "day">;
  /** The first and the last day; without them today, or the last sixty days of a person or an employee */
  readonly from?: string;
  readonly to?: string;
  readonly kind?: Kind;
  readonly employee?: number;
  readonly appointments?: readonly string[];
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export function validateAuditSearch({
  by,
  from,
  to,
  kind,
  employee,
  appointments,
}: Record<string, unknown>): AuditSearch {
  const ids = Array.isArray(appointments) ? appointments.filter((id) => UUID.test(String(id))).map(String) : [];
  return {
    by: by !== "day" && MODES.includes(by as TrailMode) ? (by as Exclude<TrailMode, "day">) : undefined,
    from: isDate(String(from)) ? String(from) : undefined,
    to: isDate(String(to)) ? String(to) : undefined,
    kind: KINDS.includes(kind as Kind) ? (kind as Kind) : undefined,
    employee: Number.isInteger(employee) ? (employee as number) : undefined,
    appointments: ids.length > 0 ? ids : undefined,
  };
}
