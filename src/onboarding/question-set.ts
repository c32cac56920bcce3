import { readFileSync } from "node:fs";
import { recordNationally } from "../audit/record.ts";
import type { MinistryStaff } from "../identity/ministry-access.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { Refusal, refuseFields } from "../platform/refusal.ts";
import { type QuestionSet, questionSet } from "./contract.ts";
import { insertQuestionSet, latestQuestionSet } from "./question-set-sql.ts";
import { questionSetErrors } from "./rules.ts";

/** Those of the repository. */
const FIRST = questionSet.parse(JSON.parse(readFileSync(new URL("questions.json", import.meta.url), "utf8")));

/** The questions in place: of the repository and the ministry's, the highest version (docs/decisions/0020). */
export async function newestQuestions(tx: Read): Promise<QuestionSet> {
  const latest = await latestQuestionSet(tx);
  return latest && latest.version > FIRST.version ? latest : FIRST;
}

/**
 * Puts newer questions in place under the next version: whoever has answered keeps theirs, whoever has not is asked these.
 * @throws Refusal 409 unless they were made from those in place; 422 for a question
 */
export async function replaceQuestions(
  tx: Tx,
  ministry: MinistryStaff,
  wished: QuestionSet,
  now: Temporal.Instant,
): Promise<QuestionSet> {
  const { version } = await newestQuestions(tx);
  if (wished.version !== version) throw stale(version);
  refuseFields(questionSetErrors(wished));
  const next = { ...wished, version: version + 1 };
  if (!(await insertQuestionSet(tx, next, ministry.employeeId, now))) throw stale(next.version);
  const details = { before: { version }, after: { version: next.version } };
  await recordNationally(tx, ministry, { act: "questions-replaced", details }, now);
  return next;
}

const stale = (version: number) => new Refusal(409, "questions-stale", { values: { version } });
