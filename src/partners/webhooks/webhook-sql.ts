import type { Status } from "../../appointments/statuses.ts";
import type { AcrossOffices, Tx } from "../../platform/database/sql.ts";

/** SQL of what partners are told. */

/** A notice that this sender has taken, and the appointment as it was after the act. */
export interface TakenNotice {
  readonly office: number;
  readonly officeCode: string;
  readonly id: string;
  readonly version: number;
  readonly partner: string;
  readonly kind: "booked" | "moved" | "cancelled" | "transferred" | "arrived" | "corrected";
  readonly at: Temporal.Instant;
  /** Since when it is tried: it happened then, or was asked for once more */
  readonly since: Temporal.Instant;
  readonly startsAt: Temporal.Instant;
  readonly status: Status;
  /** The office that has it from then on, when it ended here for that */
  readonly transferredTo: string | null;
  /** This one included */
  readonly attempt: number;
  /** Of this sender alone */
  readonly taking: number;
  readonly url: string;
  readonly secret: Buffer;
}

interface Taking {
  readonly mostOfPartner: number;
  readonly most: number;
}

type NoticeId = Pick<TakenNotice, "office" | "id" | "version">;

/** For a minute nobody else takes them. They are of all offices: what each says is read in its own. */
export async function takeNotices(
  tx: AcrossOffices<Tx>,
  now: Temporal.Instant,
  { mostOfPartner, most }: Taking,
): Promise<TakenNotice[]> {
  const ids = await tx.sql<NoticeId>`
    select office_id as office, appointment_id as id, version from take_webhooks(${now}, ${mostOfPartner}, ${most})`;
  const notices: TakenNotice[] = [];
  for (const [office, own] of Map.groupBy(ids, (notice) => notice.office)) {
    await tx.switchTenant({ office });
    notices.push(...(await noticesOf(tx, office, own)));
  }
  return notices;
}

const noticesOf = (tx: Tx, office: number, ids: readonly NoticeId[]): Promise<TakenNotice[]> => tx.sql<TakenNotice>`
  select office_id as office, office.code as "officeCode", appointment_id as id, event.version, partner, kind, at,
    trying_since as since, starts_at as "startsAt", status, transferred_to as "transferredTo", attempts as attempt,
    takings as taking, webhook_url as url, webhook_secret as secret
  from webhook_event as event join partner on partner.id = event.partner join office on office.id = office_id
  where office_id = ${office} and (appointment_id, event.version) in (
    select * from unnest(${ids.map(({ id }) => id)}::uuid[], ${ids.map(({ version }) => version)}::integer[]))`;

export interface SettledNotice {
  readonly state: "planned" | "delivered" | "given-up";
  readonly dueAt: Temporal.Instant;
  /** Why it has not arrived; null: it has */
  readonly answer: string | null;
}

const LONGEST_ANSWER = 200;

/** Nothing where another sender has taken it up, or it was asked for once more, meanwhile. */
export async function settleNotice(
  tx: Tx,
  { office, id, version, taking }: TakenNotice,
  { state, dueAt, answer }: SettledNotice,
): Promise<void> {
  await tx.sql`
    update webhook_event set state = ${state}, due_at = ${dueAt}, taken_until = null,
      answer = ${answer?.slice(0, LONGEST_ANSWER) ?? null}
    where office_id = ${office} and appointment_id = ${id} and version = ${version} and state = 'planned'
      and takings = ${taking} and taken_until is not null`;
}

/** @param answer why its last notice has not arrived; null: it has */
export async function notePartner(
  tx: Tx,
  partner: string,
  answer: string | null,
  now: Temporal.Instant,
): Promise<void> {
  const failure = answer?.slice(0, LONGEST_ANSWER) ?? null;
  if (failure !== null)
    await tx.sql`
      update partner set webhook_failing_since = coalesce(webhook_failing_since, ${now}), webhook_failure = ${failure}
      where id = ${partner} and (webhook_failing_since is null or webhook_failure is distinct from ${failure})`;
  else
    await tx.sql`
      update partner set webhook_failing_since = null, webhook_failure = null
      where id = ${partner} and webhook_failing_since is not null`;
}

interface Replay {
  /** Half-open */
  readonly since: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly now: Temporal.Instant;
  readonly most: number;
}

/** @returns how many; more than the most: none of them */
export async function replayAll(
  tx: AcrossOffices<Tx>,
  partner: string,
  { since, until, now, most }: Replay,
): Promise<number> {
  const [row] = await tx.sql<{ notices: number }>`
    select replay_webhooks(${partner}, ${since}, ${until}, ${now}, ${most}) as notices`;
  return row?.notices ?? 0;
}

export async function forgetNotices(tx: AcrossOffices<Tx>, before: Temporal.Instant): Promise<number> {
  const [row] = await tx.sql<{ gone: number }>`select forget_webhooks(${before}) as gone`;
  return row?.gone ?? 0;
}

export interface Backlog {
  /** Notices that have not arrived */
  readonly waiting: number;
  /** Since when a partner that is not paused has heard nothing; null: all hear */
  readonly failingSince: Temporal.Instant | null;
}

/** Of all partners. */
export async function noticeBacklog(tx: AcrossOffices): Promise<Backlog> {
  const [row] = await tx.sql<Backlog>`
    select coalesce(sum(waiting), 0)::integer as waiting,
      min(webhook_failing_since) filter (where paused_at is null) as "failingSince"
    from partner left join webhooks_waiting() as backlog on backlog.partner = partner.id`;
  return row as Backlog;
}
