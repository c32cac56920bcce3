import { type AcrossOffices, type Part, part, type Read, type Tx } from "../platform/database/sql.ts";
import type { DrawTerms } from "./terms/draw-terms.ts";
import type { DrawWindow } from "./terms/windows.ts";

/** SQL of draws. */

export type DrawState = "planned" | "sealed" | "open" | "closed" | "drawn" | "over";

/** What a draw keeps of the terms with which it began. */
export type OwnTerms = Pick<DrawTerms, "emailPercent" | "phonePercent" | "needPercent" | "needDays" | "moves">;

export interface DrawRow extends DrawWindow, OwnTerms {
  readonly number: number;
  readonly service: string;
  readonly state: DrawState;
  /** Those with places in it, by their ids */
  readonly offices: readonly number[];
  /** The places of all its offices are held */
  readonly hasPlaces: boolean;
  readonly secretSeal: string | null;
  readonly sealedAt: Temporal.Instant | null;
  readonly listSeal: string | null;
  readonly listEntry: string | null;
  readonly closedAt: Temporal.Instant | null;
  readonly auditHead: string | null;
  readonly seed: string | null;
  readonly drawnAt: Temporal.Instant | null;
  readonly releasedAt: Temporal.Instant | null;
  readonly settledEvents: number | null;
  readonly runningAt: Temporal.Instant | null;
  /** By so much the end was moved, for the program did not run */
  readonly outageMinutes: number;
  /** How many showed a deadline when no place was left for one */
  readonly needInVain: number;
}

const DRAW: Part = part`number, service, state, opens_at as "opensAt", closes_at as "closesAt", need_until as "needUntil",
  answer_until as "answerUntil", release_at as "releaseAt", first_day as "firstDay", last_day as "lastDay", offices,
  has_places as "hasPlaces",
  email_percent as "emailPercent", phone_percent as "phonePercent", need_percent as "needPercent", need_days as "needDays", moves,
  secret_seal as "secretSeal", sealed_at as "sealedAt", list_seal as "listSeal", list_entry as "listEntry",
  closed_at as "closedAt", audit_head as "auditHead", seed, drawn_at as "drawnAt", released_at as "releasedAt",
  settled_events as "settledEvents", running_at as "runningAt", outage_minutes as "outageMinutes", need_in_vain as "needInVain"`;

export async function drawOf(tx: Read, number: number): Promise<DrawRow | null> {
  const rows = await tx.sql<DrawRow>`select ${DRAW} from draw where number = ${number}`;
  return rows[0] ?? null;
}

/** Before anything of it is written that must come in an order, such as its events; nothing else of it is written meanwhile. */
export async function lockedDraw(tx: Tx, number: number): Promise<DrawRow | null> {
  const rows = await tx.sql<DrawRow>`select ${DRAW} from draw where number = ${number} for update`;
  return rows[0] ?? null;
}

/** It stays as it is until the transaction ends, and others may hold it so as well. */
export async function heldDraw(tx: Tx, number: number): Promise<DrawRow | null> {
  const rows = await tx.sql<DrawRow>`select ${DRAW} from draw where number = ${number} for share`;
  return rows[0] ?? null;
}

/** Those that are not over, by their days of visits. */
export const drawsUnderWay = (tx: Read): Promise<DrawRow[]> =>
  tx.sql<DrawRow>`select ${DRAW} from draw where state <> 'over' order by first_day, number`;

/** Of a service, or of all; the latest first. */
export const drawsOf = (tx: Read, service: string | null, most: number): Promise<DrawRow[]> =>
  tx.sql<DrawRow>`
    select ${DRAW} from draw where ${service}::text is null or service = ${service}
    order by first_day desc, number desc limit ${most}`;

/** Of the same service, for days after those of this one: the first that takes wishes, or is going to. */
export async function drawAfter(
  tx: Read,
  { service, lastDay }: Pick<DrawRow, "service" | "lastDay">,
): Promise<DrawRow | null> {
  const rows = await tx.sql<DrawRow>`
    select ${DRAW} from draw
    where service = ${service} and first_day > ${lastDay} and state in ('planned', 'sealed', 'open') and offices <> '{}'
    order by first_day limit 1`;
  return rows[0] ?? null;
}

/** Nobody else makes or removes one until the transaction ends. */
export async function lockPlanning(tx: Tx): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtextextended('draws', 0))`;
}

/** @returns its number; null: there is one for these days */
export async function insertDraw(tx: Tx, service: string, window: DrawWindow, terms: OwnTerms): Promise<number | null> {
  const rows = await tx.sql<{ number: number }>`
    insert into draw (number, service, opens_at, closes_at, need_until, answer_until, release_at, first_day, last_day,
      email_percent, phone_percent, need_percent, need_days, moves)
    select coalesce(max(number), 0) + 1, ${service}::text, ${window.opensAt}::timestamptz, ${window.closesAt}::timestamptz,
      ${window.needUntil}::timestamptz, ${window.answerUntil}::timestamptz, ${window.releaseAt}::timestamptz,
      ${window.firstDay}::date, ${window.lastDay}::date, ${terms.emailPercent}::smallint, ${terms.phonePercent}::smallint,
      ${terms.needPercent}::smallint, ${terms.needDays}::smallint, ${terms.moves}::smallint
    from draw
    on conflict (service, first_day) do nothing returning number`;
  return rows[0]?.number ?? null;
}

/** One that is planned takes the terms of now. */
export async function updatePlanned(tx: Tx, number: number, window: DrawWindow, terms: OwnTerms): Promise<void> {
  await tx.sql`
    update draw set opens_at = ${window.opensAt}, closes_at = ${window.closesAt}, need_until = ${window.needUntil},
      answer_until = ${window.answerUntil}, release_at = ${window.releaseAt}, email_percent = ${terms.emailPercent},
      phone_percent = ${terms.phonePercent}, need_percent = ${terms.needPercent}, need_days = ${terms.needDays},
      moves = ${terms.moves}
    where number = ${number} and state = 'planned'`;
}

/** Only planned, and only without places: who plans at the same time may have given it some. */
export async function deletePlanned(tx: Tx, number: number): Promise<void> {
  await tx.sql`delete from draw where number = ${number} and state = 'planned' and offices = '{}'`;
}

/** Whether an office has places in it. */
export async function updateOffices(tx: Tx, number: number, officeId: number, hasPlaces: boolean): Promise<void> {
  await tx.sql`
    update draw set offices = case when ${hasPlaces} then array(
        select distinct id from unnest(offices || ${officeId}::integer) as id order by id)
      else array_remove(offices, ${officeId}::integer) end
    where number = ${number}`;
}

export async function noteHasPlaces(tx: Tx, number: number): Promise<void> {
  await tx.sql`update draw set has_places = true where number = ${number}`;
}

/** @returns whether it was planned until then */
export async function sealSecret(
  tx: Tx,
  number: number,
  { secret, seal, now }: { readonly secret: string; readonly seal: string; readonly now: Temporal.Instant },
): Promise<boolean> {
  const rows = await tx.sql`
    update draw set state = 'sealed', secret = ${secret}, secret_seal = ${seal}, sealed_at = ${now}
    where number = ${number} and state = 'planned' returning true`;
  return rows.length === 1;
}

/** Where the program was late, the window is so much later. */
export async function openDraw(tx: Tx, number: number, now: Temporal.Instant): Promise<void> {
  await tx.sql`
    update draw set state = 'open', running_at = ${now} where number = ${number} and state = 'sealed' and opens_at <= ${now}`;
}

/** Of two processes the first one counts: an outage moves the end once, and the last hour of the counters if that had not come. */
export async function noteRunning(
  tx: Tx,
  { number, runningAt }: Pick<DrawRow, "number" | "runningAt">,
  { now, laterBy }: { readonly now: Temporal.Instant; readonly laterBy: number },
): Promise<void> {
  await tx.sql`
    update draw set running_at = ${now}, closes_at = closes_at + make_interval(mins => ${laterBy}),
      need_until = need_until + case when running_at < need_until then make_interval(mins => ${laterBy}) else '0' end,
      outage_minutes = outage_minutes + ${laterBy}
    where number = ${number} and state = 'open' and running_at = ${runningAt}`;
}

export async function closeDraw(
  tx: Tx,
  number: number,
  { listSeal, entry, now }: { readonly listSeal: string; readonly entry: string; readonly now: Temporal.Instant },
): Promise<void> {
  await tx.sql`
    update draw set state = 'closed', list_seal = ${listSeal}, list_entry = ${entry}, closed_at = ${now}
    where number = ${number} and state = 'open'`;
}

export async function drawSecret(tx: Read, number: number): Promise<string> {
  const rows = await tx.sql<{ secret: string }>`select secret from draw where number = ${number}`;
  return rows[0]?.secret as string;
}

export async function noteDrawn(
  tx: Tx,
  number: number,
  { auditHead, seed, now }: { readonly auditHead: string; readonly seed: string; readonly now: Temporal.Instant },
): Promise<void> {
  await tx.sql`
    update draw set state = 'drawn', audit_head = ${auditHead}, seed = ${seed}, drawn_at = ${now}
    where number = ${number} and state = 'closed'`;
}

/** So many events have had their effect. */
export async function noteSettled(tx: Tx, number: number, events: number): Promise<void> {
  await tx.sql`update draw set settled_events = ${events} where number = ${number}`;
}

export async function noteReleased(tx: Tx, number: number, now: Temporal.Instant): Promise<void> {
  await tx.sql`update draw set released_at = ${now} where number = ${number} and released_at is null`;
}

/** One more or one less, but never less than none. @returns how many there are then */
export async function countNeedInVain(tx: Tx, number: number, by: 1 | -1): Promise<number> {
  const rows = await tx.sql<{ inVain: number }>`
    update draw set need_in_vain = greatest(0, need_in_vain + ${by}) where number = ${number}
    returning need_in_vain as "inVain"`;
  return rows[0]?.inVain as number;
}

/** How many of a draw's places, in all its offices, were given before it. */
export async function needsOfDraw(tx: AcrossOffices, number: number): Promise<number> {
  const rows = await tx.sql<{ needs: number }>`select needs_of_draw(${number}) as needs`;
  return rows[0]?.needs as number;
}

export async function endDraw(tx: Tx, number: number): Promise<void> {
  await tx.sql`update draw set state = 'over' where number = ${number} and state = 'drawn'`;
}
