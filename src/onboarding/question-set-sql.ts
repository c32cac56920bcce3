import type { Read, Tx } from "../platform/database/sql.ts";
import type { QuestionSet } from "./contract.ts";

/** Null: the ministry has put none in place. */
export async function latestQuestionSet(tx: Read): Promise<QuestionSet | null> {
  const rows = await tx.sql<{ questions: QuestionSet }>`
    select questions from question_set order by version desc limit 1`;
  return rows[0]?.questions ?? null;
}

/** False when there is one of this version, by somebody else at the same time. */
export async function insertQuestionSet(
  tx: Tx,
  questions: QuestionSet,
  by: number,
  now: Temporal.Instant,
): Promise<boolean> {
  const rows = await tx.sql`
    insert into question_set (version, questions, added_at, added_by)
    values (${questions.version}, ${JSON.stringify(questions)}, ${now}, ${by}) on conflict do nothing returning version`;
  return rows.length === 1;
}
