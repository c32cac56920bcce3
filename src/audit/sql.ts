import { employeeName } from "../identity/employee-name-sql.ts";
import { part, type Read, type Tx } from "../platform/database/sql.ts";

export interface Entry {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly employeeId: number;
  readonly act: string;
  readonly details: object;
}

export async function insertEntry(tx: Tx, officeId: number, entry: Entry): Promise<void> {
  await tx.sql`insert into audit_entry (office_id, id, at, employee_id, act, details)
    values (${officeId}, ${entry.id}, ${entry.at}, ${entry.employeeId}, ${entry.act}, ${JSON.stringify(entry.details)})`;
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
export function entriesOf<Act extends string>(
  tx: Read,
  officeId: number,
  acts: readonly Act[],
  { before, limit }: Page,
): Promise<RecordedAct<Act>[]> {
  return tx.sql<RecordedAct<Act>>`
    select ${ACT} from audit_entry where office_id = ${officeId} and act = any (${acts})
      and (${before}::uuid is null
        or (at, id) < (select at, id from audit_entry where office_id = ${officeId} and id = ${before}::uuid))
    order by at desc, id desc limit ${limit}`;
}

/** The one of that id, if it is one of these acts. */
export async function entryOf<Act extends string>(
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
