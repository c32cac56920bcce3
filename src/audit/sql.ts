import { employeeName } from "../identity/employee-name-sql.ts";
import { type Part, part, type Read, words } from "../platform/database/sql.ts";
import type { AuditAct } from "./acts.ts";

/** All SQL that writes entries, and that reads them by their acts. */

export interface Entry {
  readonly id: string;
  readonly at: Temporal.Instant;
  /** null: nobody, the program by itself */
  readonly employeeId: number | null;
  readonly act: AuditAct;
  /** Never data of a person: whom it is about is said by `appointments` */
  readonly details: object;
  /** With a cause: those whose history names it, which may be this entry or the one that it takes back */
  readonly appointments: readonly string[] | Cause | null;
  /** Whose whole plan was seen */
  readonly day: Temporal.PlainDate | null;
}

interface Cause {
  readonly cause: string;
}

export async function insertEntry(tx: Read, officeId: number, entry: Entry): Promise<void> {
  await tx.sql`${entering(officeId, entry, part``)}`;
}

/** The same as a part of a statement; with a source, only where that has a row. */
export function entering(officeId: number, { id, at, employeeId, act, details, ...about }: Entry, source: Part): Part {
  return part`
    insert into audit_entry (office_id, id, at, employee_id, act, details, appointments, day)
    select ${officeId}::integer, ${id}::uuid, ${at}::timestamptz, ${employeeId}::integer, ${act},
      ${JSON.stringify(details)}::jsonb, ${appointmentsOf(officeId, about)}, ${about.day}::date ${source}`;
}

function appointmentsOf(officeId: number, { appointments }: Pick<Entry, "appointments">): Part {
  if (appointments === null || !("cause" in appointments)) return part`${appointments}::uuid[]`;
  return part`nullif(array(select distinct appointment_id from appointment_event
    where office_id = ${officeId} and cause = ${appointments.cause}::uuid order by 1), '{}')`;
}

export interface RecordedAct<Act extends string> {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly act: Act;
  readonly by: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: each act has details of its own
  readonly details: any;
}

const ACT = part`id, at, act, details, ${employeeName("employee_id")} as by`;

export interface Page {
  /** An entry's id: what came before that one; null: the latest */
  readonly before: string | null;
  /** How many at most */
  readonly limit: number;
}

/** Of these acts the latest first. */
export function entriesOf<Act extends AuditAct>(
  tx: Read,
  officeId: number,
  acts: readonly Act[],
  { before, limit }: Page,
): Promise<RecordedAct<Act>[]> {
  return tx.sql<RecordedAct<Act>>`
    select ${ACT} from audit_entry where office_id = ${officeId} and act = any (${words(acts)}) ${earlier(officeId, before)}
    order by at desc, id desc limit ${limit}`;
}

/** What came before an entry. */
export const earlier = (officeId: number, before: string | null): Part => part`
  and (${before}::uuid is null
    or (at, id) < (select at, id from audit_entry where office_id = ${officeId} and id = ${before}::uuid))`;

/** The one of that id, if it is one of these acts. */
export async function entryOf<Act extends AuditAct>(
  tx: Read,
  officeId: number,
  acts: readonly Act[],
  id: string,
): Promise<RecordedAct<Act> | null> {
  const rows = await tx.sql<RecordedAct<Act>>`
    select ${ACT} from audit_entry where office_id = ${officeId} and act = any (${acts}) and id = ${id}::uuid`;
  return rows[0] ?? null;
}

export interface Saying extends Pick<Entry, "act"> {
  /** What its details contain */
  readonly said: object;
  readonly since: Temporal.Instant;
}

export async function entrySaying(
  tx: Read,
  officeId: number,
  { act, said, since }: Saying,
): Promise<Pick<RecordedAct<string>, "details"> | null> {
  const rows = await tx.sql<Pick<RecordedAct<string>, "details">>`
    select details from audit_entry
    where office_id = ${officeId} and at >= ${since} and act = ${act} and details @> ${JSON.stringify(said)}::jsonb limit 1`;
  return rows[0] ?? null;
}
