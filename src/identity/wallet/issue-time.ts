import { z } from "zod";
import { readJws } from "./jws.ts";
import { HEEDED, instant } from "./trust-list.ts";
import { faultUnless } from "./wallet-fault.ts";

const issuedSchema = z.union([
  z.object({ iat: z.number() }).transform(({ iat }) => Temporal.Instant.fromEpochMilliseconds(Math.floor(iat * 1000))),
  z
    .object({ LoTE: z.object({ ListAndSchemeInformation: z.object({ ListIssueDateTime: instant }) }) })
    .transform(({ LoTE }) => LoTE.ListAndSchemeInformation.ListIssueDateTime),
]);

/**
 * When a list of either kind was issued, of one that was believed when it came: who signed it may be set no more.
 * @throws WalletFault
 */
export function issueTimeOf(body: string): Temporal.Instant {
  const parsed = issuedSchema.safeParse(readJws(body.trim(), HEEDED).payload);
  faultUnless(parsed.success, "malformed", "the list does not say when it was issued");
  return parsed.data;
}
