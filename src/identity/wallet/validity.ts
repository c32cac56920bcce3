import { z } from "zod";
import { WalletFault } from "./wallet-fault.ts";

/** Clocks of wallets and issuers may be this far from ours. */
const SKEW_SECONDS = 60;

/** When a token says that it was made and that it is valid (RFC 7519, section 4.1), in seconds since the epoch. */
export const validitySchema = z.object({
  iat: z.number().optional(),
  nbf: z.number().optional(),
  exp: z.number().optional(),
});

export type Validity = z.infer<typeof validitySchema>;

export const secondsAt = (now: Temporal.Instant): number => now.epochMilliseconds / 1000;

/** Null for a token that is valid now. */
export function invalidity({ iat, nbf, exp }: Validity, now: Temporal.Instant): "not-yet-valid" | "expired" | null {
  const seconds = secondsAt(now);
  if (Math.max(iat ?? 0, nbf ?? 0) > seconds + SKEW_SECONDS) return "not-yet-valid";
  return (exp ?? Number.POSITIVE_INFINITY) <= seconds - SKEW_SECONDS ? "expired" : null;
}

/** @throws WalletFault "not-yet-valid" or "expired" */
export function requireValidity(validity: Validity, now: Temporal.Instant, what: string): void {
  const reason = invalidity(validity, now);
  if (reason) throw new WalletFault(reason, `${what} is not valid now`);
}
