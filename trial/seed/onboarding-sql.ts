import { newestQuestions } from "../../src/onboarding/question-set.ts";
import type { Tx } from "../../src/platform/database/sql.ts";
import type { PlannedOnboarding } from "./office-plan.ts";

const BEGUN_DAYS_AGO = 3;
const MINUTES_A_STEP = 20;

/** As its administrator has done it some days ago; nothing where the directory names none. */
export async function writeOnboarding(
  tx: Tx,
  office: number,
  { steps, answers }: PlannedOnboarding,
  now: Temporal.Instant,
): Promise<void> {
  const begun = now.subtract({ hours: 24 * BEGUN_DAYS_AGO });
  const heads = await tx.sql<{ id: number }>`
    select employee_id as id from membership where office_id = ${office} and role = 'administrator' order by 1 limit 1`;
  const head = heads[0]?.id;
  if (head === undefined) return;
  const rows = steps.map((step, at) => ({ step, at: begun.add({ minutes: at * MINUTES_A_STEP }).toString() }));
  await tx.sql`
    insert into onboarding_step (office_id, step, employee_id, at)
    select ${office}, step, ${head}, at from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (step text, at timestamptz)`;
  if (!answers) return;
  const questions = JSON.stringify(await newestQuestions(tx));
  const submitted = begun.add({ minutes: (steps.length + 1) * MINUTES_A_STEP });
  await tx.sql`
    insert into questionnaire (office_id, version, answers, questions, submitted_at, submitted_by)
    values (${office}, 1, ${JSON.stringify(answers)}, ${questions}, ${submitted}, ${head})`;
}

/** In a trial heads may make queues public, in the whole country. */
export async function writeOpening(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx.sql`insert into public_booking (id, opened_at) values (${id}, ${now})
    on conflict do nothing`;
}
