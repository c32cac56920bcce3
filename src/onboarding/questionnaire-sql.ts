import { employeeName } from "../identity/employee-name-sql.ts";
import { part, type Read, type Tx } from "../platform/database/sql.ts";
import type { OfficeAnswers, QuestionSet } from "./contract.ts";

export interface QuestionnaireRow {
  readonly version: number;
  readonly answers: OfficeAnswers;
  /** Null: not submitted */
  readonly questions: QuestionSet | null;
  readonly submitted_at: Temporal.Instant | null;
  readonly submitted_by: string | null;
  readonly reset_at: Temporal.Instant | null;
  readonly reset_reason: string | null;
}

const UNWRITTEN: QuestionnaireRow = {
  version: 0,
  answers: {},
  questions: null,
  submitted_at: null,
  submitted_by: null,
  reset_at: null,
  reset_reason: null,
};

const ROW = part`version, answers, questions, submitted_at, ${employeeName("submitted_by")} as submitted_by,
  reset_at, reset_reason`;

export async function questionnaireOf(tx: Read, officeId: number): Promise<QuestionnaireRow> {
  const rows = await tx.sql<QuestionnaireRow>`select ${ROW} from questionnaire where office_id = ${officeId}`;
  return rows[0] ?? UNWRITTEN;
}

/** Held until the transaction ends: of two at once the second one sees what the first one wrote. */
export async function lockedQuestionnaire(tx: Tx, officeId: number): Promise<QuestionnaireRow> {
  await tx.sql`insert into questionnaire (office_id) values (${officeId}) on conflict do nothing`;
  const [, row] = await Promise.all([
    tx.sql`select from questionnaire where office_id = ${officeId} for update`,
    questionnaireOf(tx, officeId),
  ]);
  return row;
}

export async function writeDraft(tx: Tx, officeId: number, answers: OfficeAnswers): Promise<void> {
  await tx.sql`update questionnaire set answers = ${JSON.stringify(answers)}, version = version + 1
    where office_id = ${officeId}`;
}

export interface SubmittedAnswers {
  readonly questions: QuestionSet;
  readonly answers: OfficeAnswers;
  readonly by: number;
}

export async function writeSubmission(
  tx: Tx,
  officeId: number,
  { questions, answers, by }: SubmittedAnswers,
  now: Temporal.Instant,
): Promise<void> {
  await tx.sql`
    update questionnaire set answers = ${JSON.stringify(answers)}, questions = ${JSON.stringify(questions)},
      submitted_at = ${now}, submitted_by = ${by}, version = version + 1
    where office_id = ${officeId}`;
}

/** The answers become a draft again. */
export async function writeReset(tx: Tx, officeId: number, reason: string, now: Temporal.Instant): Promise<void> {
  await tx.sql`
    update questionnaire set questions = null, submitted_at = null, submitted_by = null, version = version + 1,
      reset_at = ${now}, reset_reason = ${reason}
    where office_id = ${officeId}`;
}

export async function countActiveQueues(tx: Read, officeId: number): Promise<number> {
  const rows = await tx.sql<{ count: number }>`
    select count(*)::integer as count from queue where office_id = ${officeId} and is_active and not is_archived`;
  return rows[0]?.count ?? 0;
}
