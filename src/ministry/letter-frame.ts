import { recordNationally } from "../audit/record.ts";
import type { MinistryStaff } from "../identity/ministry-access.ts";
import type { Read, Tx } from "../platform/database/sql.ts";
import { Refusal, refuseFields } from "../platform/refusal.ts";
import { tidy } from "../platform/text/names.ts";
import { offsetText } from "../platform/time.ts";
import type { LetterFrame, LetterFrameRequest } from "./contract.ts";
import { letterFrameRow, lockLetterFrame, updateLetterFrame } from "./letter-frame-sql.ts";
import { letterFrameErrors } from "./rules.ts";

/** The sender's name and the legal foot of all letters to citizens: they hold from the next one on. */

export async function letterFrame(tx: Read, _ministry: MinistryStaff): Promise<LetterFrame> {
  const { changedAt, ...frame } = await letterFrameRow(tx);
  return { ...frame, changedAt: changedAt && offsetText(changedAt) };
}

/** @throws Refusal 412 when somebody else has changed it, 422 at the fields */
export async function changeLetterFrame(
  tx: Tx,
  ministry: MinistryStaff,
  { version, request }: { readonly version: number; readonly request: LetterFrameRequest },
  now: Temporal.Instant,
): Promise<LetterFrame> {
  await lockLetterFrame(tx);
  const current = await letterFrame(tx, ministry);
  if (current.version !== version)
    throw new Refusal(412, "version-stale", { values: { words: "letter-frame-stale" }, extensions: { current } });
  refuseFields(letterFrameErrors(request));
  const after = tidied(request);
  await updateLetterFrame(tx, ministry.employeeId, after, now);
  const { senderName, foot, footEn } = current;
  const details = { before: { senderName, foot, footEn }, after };
  await recordNationally(tx, ministry, { act: "letter-frame-changed", details }, now);
  return letterFrame(tx, ministry);
}

const tidied = ({ senderName, foot, footEn }: LetterFrameRequest): LetterFrameRequest => ({
  senderName: tidy(senderName),
  foot: tidy(foot ?? "") || null,
  footEn: tidy(footEn ?? "") || null,
});
