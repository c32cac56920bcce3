import type { Read } from "../../platform/database/sql.ts";
import { type TrailAct, withoutEmployee } from "../acts.ts";
import { headsAmong, type TrailRow, trailPage } from "./trail-sql.ts";

/** An entry as the person may know it whom it is about: not which employee it was. */
export interface AboutSomebody {
  readonly at: Temporal.Instant;
  readonly act: TrailAct;
  readonly by: "citizen" | "program" | "employee";
  /** Of a look at a whole day */
  readonly day: Temporal.PlainDate | null;
}

/** Who it was, as far as the person is told. */
export type Onlooker = "citizen" | "program" | "head" | "employee" | "elsewhere";

export interface SeenOfVisit extends Pick<AboutSomebody, "at" | "act"> {
  readonly by: Onlooker;
}

/** More than anybody's appointments of the time that is kept leave */
const MOST = 2_000;

/** All that was done with a person's appointments or seen of them, the latest first. */
export async function entriesAbout(
  tx: Read,
  officeId: number,
  appointments: readonly string[],
): Promise<AboutSomebody[]> {
  const rows = await rowsAbout(tx, officeId, appointments);
  return rows.map(({ at, act, employee_id, day }) => ({
    at,
    act,
    day,
    by: employee_id === null ? withoutEmployee(act) : "employee",
  }));
}

/** The same of one appointment, with what everybody was who did or saw it, by the rights of today. */
export async function onlookersOf(tx: Read, officeId: number, appointment: string): Promise<SeenOfVisit[]> {
  const rows = await rowsAbout(tx, officeId, [appointment]);
  const heads = await headsAmong(tx, officeId, [...new Set(rows.flatMap(({ employee_id }) => employee_id ?? []))]);
  return rows.map(({ at, act, employee_id }) => ({ at, act, by: onlooker(act, employee_id, heads) }));
}

function onlooker(act: TrailAct, employee: number | null, heads: ReadonlyMap<number, boolean>): Onlooker {
  if (employee === null) return withoutEmployee(act);
  const isHead = heads.get(employee);
  if (isHead === undefined) return "elsewhere";
  return isHead ? "head" : "employee";
}

async function rowsAbout(tx: Read, officeId: number, appointments: readonly string[]): Promise<TrailRow[]> {
  const [from, to] = ["1970-01-01T00:00Z", "9999-01-01T00:00Z"].map((text) => Temporal.Instant.from(text));
  const filter = {
    from: from as Temporal.Instant,
    to: to as Temporal.Instant,
    appointments,
    employee: null,
    acts: null,
  };
  return trailPage(tx, officeId, filter, { before: null, limit: MOST });
}
