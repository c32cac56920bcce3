import { OF_NATION } from "../../platform/database/sql.ts";
import { openDataKey } from "./key.ts";
import { insertCorrection, lastVersion } from "./open-month-sql.ts";
import { CLAIM_MINUTES, type PublishDeps } from "./publish.ts";
import { publishMonth } from "./publish-month.ts";
import type { CorrectionNote } from "./version-facts.ts";

/** Why a month is not made anew; `unchanged`: its figures would be those that are published. */
type NotCorrected = "not-published" | "other-key" | "pending" | "unchanged";

/**
 * Makes a published month anew, with what a person says of it. Who is killed meanwhile has said it: the next process that
 * publishes makes it, minutes later.
 * @param month its first day
 * @throws OpenDataKeyLost
 */
export async function correctMonth(
  { db, clock }: PublishDeps,
  month: string,
  note: CorrectionNote,
): Promise<{ readonly version: number } | { readonly is: NotCorrected }> {
  const now = clock();
  const key = await openDataKey(db);
  const last = await db.read(OF_NATION, (tx) => lastVersion(tx, month));
  if (!last) return { is: "not-published" };
  if (last.key !== key.fingerprint) return { is: "other-key" };
  const until = now.add({ minutes: CLAIM_MINUTES });
  const due = await db.write(OF_NATION, (tx) => insertCorrection(tx, month, note, until));
  if (!due) return { is: "pending" };
  const version = await publishMonth(db, { due, key, now });
  return version === null ? { is: "unchanged" } : { version };
}
