import { type Part, part, type Read, type Tx } from "../../platform/database/sql.ts";

/** SQL of the places that were given to wishes. */

export interface ResultRow {
  readonly draw: number;
  readonly wish: string;
  /** From 1 on */
  readonly turn: number;
  readonly office: number;
  readonly date: Temporal.PlainDate;
  readonly part: number;
  readonly at: number;
  /** Which of its wishes; null: another place in its offices */
  readonly choice: number | null;
  /** The row of `appointment`, in that office, that holds it, and is their visit once they say that they come */
  readonly hold: string;
  readonly until: Temporal.Instant;
  readonly madeAt: Temporal.Instant;
  readonly answer: "coming" | "left" | "silent" | "lost" | null;
}

const RESULT: Part = part`draw, wish, turn, office, date, part, at, choice, hold, until, made_at as "madeAt", answer`;

/** The last of each wish. */
export const resultsOf = (tx: Read, draw: number): Promise<ResultRow[]> =>
  tx.sql<ResultRow>`
    select distinct on (wish) ${RESULT} from draw_result where draw = ${draw} order by wish, turn desc`;

/** The last one of a wish; null: it has been given none. */
export async function resultOf(tx: Read, draw: number, wish: string): Promise<ResultRow | null> {
  const rows = await tx.sql<ResultRow>`
    select ${RESULT} from draw_result where draw = ${draw} and wish = ${wish} order by turn desc limit 1`;
  return rows[0] ?? null;
}

/** The same, and nobody else answers it until the transaction ends. */
export async function lockedResult(tx: Tx, draw: number, wish: string): Promise<ResultRow | null> {
  const rows = await tx.sql<ResultRow>`
    select ${RESULT} from draw_result where draw = ${draw} and wish = ${wish} order by turn desc limit 1 for update`;
  return rows[0] ?? null;
}

export async function insertResult(tx: Tx, result: Omit<ResultRow, "turn" | "answer">): Promise<void> {
  await tx.sql`
    insert into draw_result (draw, wish, turn, office, date, part, at, choice, hold, until, made_at)
    select ${result.draw}::integer, ${result.wish}::text, coalesce(max(turn), 0) + 1, ${result.office}::integer,
      ${result.date}::date, ${result.part}::smallint, ${result.at}::smallint, ${result.choice}::integer, ${result.hold}::uuid,
      ${result.until}::timestamptz, ${result.madeAt}::timestamptz
    from draw_result where draw = ${result.draw} and wish = ${result.wish}`;
}

/** @param from the answer until now. @returns whether it was that */
export async function writeAnswer(
  tx: Tx,
  { draw, wish, turn }: Pick<ResultRow, "draw" | "wish" | "turn">,
  {
    from,
    to,
    now,
  }: { readonly from: ResultRow["answer"]; readonly to: ResultRow["answer"]; readonly now: Temporal.Instant },
): Promise<boolean> {
  const rows = await tx.sql`
    update draw_result set answer = ${to}, answered_at = ${now}
    where draw = ${draw} and wish = ${wish} and turn = ${turn} and answer is not distinct from ${from} returning true`;
  return rows.length === 1;
}

/** Of whom nothing came in time. */
export const silentResults = (tx: Read, draw: number, now: Temporal.Instant): Promise<ResultRow[]> =>
  tx.sql<ResultRow>`
    select ${RESULT} from draw_result where draw = ${draw} and answer is null and until <= ${now} order by until, wish`;

/** Of these rows, in the drawn order. */
export const resultsInOrder = (tx: Read, office: number, holds: readonly string[]): Promise<ResultRow[]> =>
  tx.sql<ResultRow>`
    select ${RESULT} from draw_result where office = ${office} and hold = any (${holds}::uuid[])
    order by (select place from draw_wish where draw_wish.draw = draw_result.draw and number = wish)`;
