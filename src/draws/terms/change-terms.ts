import { recordNationally } from "../../audit/record.ts";
import type { MinistryStaff } from "../../identity/ministry-access.ts";
import { announceJob } from "../../live/announce.ts";
import type { AcrossOffices, Tx } from "../../platform/database/sql.ts";
import { Refusal, refuseFields } from "../../platform/refusal.ts";
import type { NationalDraws, TermsRequest } from "../contract.ts";
import { nationalDraws } from "./ministry-draws.ts";
import { termsErrors } from "./terms-rules.ts";
import { lockTerms, replaceServicesDrawn, updateTerms } from "./terms-sql.ts";

/**
 * Draws that are sealed or further keep what they began with; it holds from the next one on.
 * @throws Refusal 412 when somebody else has changed it, 422 at the fields
 */
export async function changeTerms(
  tx: AcrossOffices<Tx>,
  ministry: MinistryStaff,
  { version, ...wanted }: TermsRequest & { readonly version: number },
  now: Temporal.Instant,
): Promise<NationalDraws> {
  await lockTerms(tx);
  const current = await nationalDraws(tx, now);
  if (current.version !== version)
    throw new Refusal(412, "version-stale", { values: { words: "draw-terms-stale" }, extensions: { current } });
  const { services, reason, ...terms } = wanted;
  refuseFields(
    termsErrors(
      wanted,
      current.catalogue.map(({ code }) => code),
    ),
  );
  const before = { ...current.terms, services: current.services };
  const after = { ...terms, services: [...new Set(services)].sort() };
  await updateTerms(tx, { ...terms, reason: reason.trim() }, { employeeId: ministry.employeeId, now });
  await replaceServicesDrawn(tx, after.services, { employeeId: ministry.employeeId, now });
  const details = { before, after, reason: reason.trim() };
  await recordNationally(tx, ministry, { act: "draw-terms-changed", details }, now);
  announceJob(tx, "draws");
  return nationalDraws(tx, now);
}
