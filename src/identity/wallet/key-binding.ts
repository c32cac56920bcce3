import { createPublicKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import { isJwsSignedBy, type JsonObject, readJws } from "./jws.ts";
import type { SdJwt } from "./sd-jwt.ts";
import { invalidity, secondsAt, validitySchema } from "./validity.ts";
import { faultUnless, WalletFault } from "./wallet-fault.ts";

export interface BindingChecks {
  readonly nonce: string;
  readonly clientId: string;
  readonly now: Temporal.Instant;
}

/** Made for the request, which lives five minutes. */
const OLDEST_SECONDS = 300;

const bindingSchema = validitySchema.extend({
  nonce: z.string(),
  aud: z.string(),
  sd_hash: z.string(),
  iat: z.number(),
});

/**
 * That whoever shows the credential holds the key that its issuer wrote into it, and shows it now, to us, for this request
 * (RFC 9901, section 7.3; OpenID4VP 1.0, annex B.3.6).
 * @throws WalletFault "not-bound"
 */
export function requireBinding(sdJwt: SdJwt, payload: JsonObject, { nonce, clientId, now }: BindingChecks): void {
  const jws = readJws(sdJwt.bindingToken);
  faultUnless(jws.header.typ === "kb+jwt", "not-bound", "the binding is of another type");
  faultUnless(
    isJwsSignedBy(jws, holderKey(payload), ["ES256"]),
    "not-bound",
    "the binding is not signed by the holder",
  );
  const parsed = bindingSchema.safeParse(jws.payload);
  faultUnless(parsed.success, "not-bound", "the binding lacks something");
  const binding = parsed.data;
  faultUnless(binding.nonce === nonce, "not-bound", "the binding is of another request");
  faultUnless(binding.aud === clientId, "not-bound", "the binding is for another verifier");
  faultUnless(binding.sd_hash === sdJwt.hash, "not-bound", "the binding is of another presentation");
  const isRecent = binding.iat >= secondsAt(now) - OLDEST_SECONDS && invalidity(binding, now) === null;
  faultUnless(isRecent, "not-bound", "the binding is not of now");
}

/** `cnf` (RFC 7800): only the coordinates count, and only those of P-256. */
const confirmationSchema = z.object({
  cnf: z.object({
    jwk: z.object({ kty: z.literal("EC"), crv: z.literal("P-256"), x: z.string(), y: z.string() }),
  }),
});

function holderKey(payload: JsonObject): KeyObject {
  const parsed = confirmationSchema.safeParse(payload);
  faultUnless(parsed.success, "not-bound", "the credential names no key of its holder");
  try {
    return createPublicKey({ format: "jwk", key: parsed.data.cnf.jwk });
  } catch {
    throw new WalletFault("not-bound", "the holder's key is none");
  }
}
