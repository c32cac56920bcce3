import { recordNationally } from "../../audit/record.ts";
import type { MinistryStaff } from "../../identity/ministry-access.ts";
import { announceRuling } from "../../live/announce.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { Refusal, refuseFields } from "../../platform/refusal.ts";
import { tidy } from "../../platform/text/names.ts";
import { offsetText } from "../../platform/time.ts";
import type { NewReferralRequest, ReferralRequest, ReferralState } from "./contract.ts";
import { referralErrors, tidyWords } from "./rules.ts";
import {
  allReferrals,
  insertReferral,
  lockedReferral,
  markRemoved,
  type ReferralRow,
  updateReferral,
} from "./words-sql.ts";

/** What KEP do not do, and who does it. */

export async function listReferrals(tx: Read, _ministry: MinistryStaff): Promise<ReferralState[]> {
  return (await allReferrals(tx)).map(toReferral);
}

/** @throws Refusal 422 at the fields */
export async function addReferral(
  tx: Tx,
  ministry: MinistryStaff,
  request: NewReferralRequest,
  now: Temporal.Instant,
): Promise<ReferralState> {
  refuseFields(referralErrors(request));
  const { code } = request;
  const after = tidied(request);
  if (!(await insertReferral(tx, ministry.employeeId, { code, ...after }, now)))
    refuseFields([{ field: "code", code: "service-code-taken" }]);
  await recordNationally(
    tx,
    ministry,
    { act: "referral-added", details: { id: code, after: rowOf(code, after) } },
    now,
  );
  announceRuling(tx);
  return toReferral(await existing(tx, code));
}

export interface ReferralVersion {
  readonly code: string;
  readonly version: number;
}

/** @throws Refusal 404, 412 when somebody else has changed it, 422 at the fields */
export async function changeReferral(
  tx: Tx,
  ministry: MinistryStaff,
  { code, version, ...request }: ReferralVersion & ReferralRequest,
  now: Temporal.Instant,
): Promise<ReferralState> {
  const before = await asSeen(tx, { code, version });
  refuseFields(referralErrors(request));
  const after = tidied(request);
  if (JSON.stringify(after) === JSON.stringify(tidied(before))) return toReferral(before);
  await updateReferral(tx, ministry.employeeId, { code, ...after }, now);
  const details = { id: code, before: rowOf(code, before), after: rowOf(code, after) };
  await recordNationally(tx, ministry, { act: "referral-changed", details }, now);
  announceRuling(tx);
  return toReferral(await existing(tx, code));
}

/** @throws Refusal 404, 412 when somebody else has changed it */
export async function removeReferral(
  tx: Tx,
  ministry: MinistryStaff,
  seen: ReferralVersion,
  now: Temporal.Instant,
): Promise<ReferralState> {
  const { code } = seen;
  const before = await asSeen(tx, seen);
  await markRemoved(tx, ministry.employeeId, code, now);
  const details = { id: code, before: rowOf(code, before) };
  await recordNationally(tx, ministry, { act: "referral-removed", details }, now);
  announceRuling(tx);
  return toReferral(before);
}

const tidied = ({ answers, words, url }: ReferralRequest): ReferralRequest => ({
  answers: Object.fromEntries(
    Object.entries(answers).flatMap(([language, answer = ""]) => (tidy(answer) ? [[language, tidy(answer)]] : [])),
  ),
  words: tidyWords(words),
  url: url?.trim() || null,
});

const rowOf = (code: string, { answers, words, url }: ReferralRequest) => ({ code, answers, words, url });

async function asSeen(tx: Tx, { code, version }: ReferralVersion): Promise<ReferralRow> {
  const row = await existing(tx, code);
  if (row.version !== version)
    throw new Refusal(412, "version-stale", {
      values: { words: "referral-stale" },
      extensions: { current: toReferral(row) },
    });
  return row;
}

async function existing(tx: Tx, code: string): Promise<ReferralRow> {
  const row = /^[a-z0-9-]{1,40}$/.test(code) ? await lockedReferral(tx, code) : null;
  if (!row) throw new Refusal(404, "referral-not-found");
  return row;
}

const toReferral = ({ changedAt, ...row }: ReferralRow): ReferralState => ({
  ...row,
  changedAt: changedAt && offsetText(changedAt),
});
