import { recordNationally } from "../../audit/record.ts";
import type { MinistryStaff } from "../../identity/ministry-access.ts";
import { announceRuling } from "../../live/announce.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { Refusal, refuseFields } from "../../platform/refusal.ts";
import { offsetText } from "../../platform/time.ts";
import type { ServiceWords, WordsRequest } from "./contract.ts";
import { tidyWords, wordsErrors } from "./rules.ts";
import { lockedWords, type WordsRow, wordsOfServices, writeWords } from "./words-sql.ts";

/** Πώς το λέει ο κόσμος: what people call a service. It holds at once, in all offices. */

export async function listServiceWords(tx: Read, _ministry: MinistryStaff): Promise<ServiceWords[]> {
  return (await wordsOfServices(tx)).map(toServiceWords);
}

export interface WordsChange extends WordsRequest {
  readonly code: string;
  /** The one that was seen; 0 where there were none yet */
  readonly version: number;
}

/** @throws Refusal 404, 412 when somebody else has changed them, 422 at a language */
export async function changeServiceWords(
  tx: Tx,
  ministry: MinistryStaff,
  { code, version, words }: WordsChange,
  now: Temporal.Instant,
): Promise<ServiceWords> {
  const before = await existing(tx, code);
  if (before.version !== version)
    throw new Refusal(412, "version-stale", {
      values: { words: "service-words-stale" },
      extensions: { current: toServiceWords(before) },
    });
  refuseFields(wordsErrors(words));
  const after = tidyWords(words);
  if (JSON.stringify(after) === JSON.stringify(tidyWords(before.words))) return toServiceWords(before);
  await writeWords(tx, ministry.employeeId, { code, words: after }, now);
  const details = { id: code, before: { code, ...before.words }, after: { code, ...after } };
  await recordNationally(tx, ministry, { act: "service-words-changed", details }, now);
  announceRuling(tx);
  return toServiceWords(await existing(tx, code));
}

async function existing(tx: Tx, code: string): Promise<WordsRow> {
  const row = /^[a-z0-9-]{1,40}$/.test(code) ? await lockedWords(tx, code) : null;
  if (!row) throw new Refusal(404, "service-not-found");
  return row;
}

const toServiceWords = ({ changedAt, ...row }: WordsRow): ServiceWords => ({
  ...row,
  changedAt: changedAt && offsetText(changedAt),
});
