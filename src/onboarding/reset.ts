import { recordInOffice, recordNationally } from "../audit/record.ts";
import { type MinistryStaff, NATION } from "../identity/ministry-access.ts";
import { announceOnboarding } from "../live/announce.ts";
import type { Tx } from "../platform/database/sql.ts";
import { Refusal, refuseFields } from "../platform/refusal.ts";
import { offsetText } from "../platform/time.ts";
import { lockedQuestionnaire, writeReset } from "./questionnaire-sql.ts";

const LONGEST_REASON = 200;

export interface Reset {
  readonly office: { readonly id: number; readonly code: string };
  /** Of the questionnaire that was seen */
  readonly version: number;
  readonly reason: string;
}

/**
 * Lets an office answer once more: its answers become a draft again, and stay as they were in its audit.
 * @throws Refusal 409 unless it was submitted, 412 when it is another by now, 422 without a reason
 */
export async function resetQuestionnaire(
  tx: Tx,
  ministry: MinistryStaff,
  { office, version, reason }: Reset,
  now: Temporal.Instant,
): Promise<void> {
  const why = reason.trim();
  if (why === "") refuseFields([{ field: "reason", code: "field-required" }]);
  if (why.length > LONGEST_REASON)
    refuseFields([{ field: "reason", code: "field-too-long", values: { max: LONGEST_REASON, length: why.length } }]);
  await tx.switchTenant({ office: office.id });
  const row = await lockedQuestionnaire(tx, office.id);
  if (!row.submitted_at) throw new Refusal(409, "questionnaire-not-submitted");
  if (row.version !== version) throw new Refusal(412, "version-stale", { values: { words: "questionnaire-stale" } });
  await writeReset(tx, office.id, why, now);
  const { answers, questions, submitted_at, submitted_by } = row;
  const answered = {
    answers,
    questions: questions?.version,
    submittedAt: offsetText(submitted_at),
    submittedBy: submitted_by,
  };
  const details = { reason: why, ...answered };
  await recordInOffice(tx, ministry, office.id, { act: "questionnaire-reset", details, at: now });
  announceOnboarding(tx, office.id);
  await tx.switchTenant({ office: NATION });
  const after = { office: office.code, reason: why };
  await recordNationally(tx, ministry, { act: "questionnaire-reset", details: { after } }, now);
}
