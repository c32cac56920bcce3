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
 * Puts newer questions in place: whoever has answered keeps theirs, whoever has not is asked these.
 * @throws Refusal 409 unless the version is higher than that in place; 422 for a question
 */
export async function replaceQuestions(
  tx: Tx,
  ministry: MinistryStaff,
  wished: QuestionSet,
  now: Temporal.Instant,
): Promise<QuestionSet> {
  const { version } = await newestQuestions(tx);
  if (wished.version <= version) throw notNewer(version);
  refuseFields(questionSetErrors(wished));
  if (!(await insertQuestionSet(tx, wished, ministry.employeeId, now))) throw notNewer(wished.version);
  const details = { before: { version }, after: { version: wished.version } };
  await recordNationally(tx, ministry, { act: "questions-replaced", details }, now);
  return wished;
}

const notNewer = (version: number) =>
  new Refusal(409, "questions-not-newer", { values: { version, next: version + 1 } });
