import { z } from "zod";
import { hasUnseenCharacters, tidy } from "../../platform/text/names.ts";
import { trustedLeaf, type WalletAnchor } from "./chain.ts";
import { isJwsSignedBy, type JsonObject, readJws } from "./jws.ts";
import { type BindingChecks, requireBinding } from "./key-binding.ts";
import { disclosedClaims, splitSdJwt } from "./sd-jwt.ts";
import { requireValidity, type Validity, validitySchema } from "./validity.ts";
import { faultUnless } from "./wallet-fault.ts";

/** What we take of a person's identification data: nothing else of it leaves this module. */
export interface Pid {
  readonly lastName: string;
  /** Empty for who has none. */
  readonly firstName: string;
  /** The administrative number, whether we asked for it or not; null when it was not shown. */
  readonly number: string | null;
  /** Of its issuer, by the trust list. */
  readonly country: string;
  /** Where to see whether it was revoked; null for one that ends within a day and can't be. */
  readonly status: PidStatus | null;
}

export interface PidStatus {
  readonly uri: string;
  readonly index: number;
}

export interface PidChecks extends BindingChecks {
  /** Types that will do. */
  readonly types: readonly string[];
  readonly anchors: readonly WalletAnchor[];
}

/** In characters: more than what an answer may be long can't come by an answer. */
const LONGEST_PRESENTATION = 65_536;

/**
 * A presentation of an SD-JWT VC (RFC 9901; HAIP 1.0, section 6) as the PID rulebook has it. Whether it was revoked is asked
 * apart from this, of the status list.
 * @throws WalletFault
 */
export async function verifyPid(presentation: string, checks: PidChecks): Promise<Pid> {
  faultUnless(presentation.length <= LONGEST_PRESENTATION, "malformed", "the presentation is too long");
  const sdJwt = splitSdJwt(presentation);
  const jws = readJws(sdJwt.issuerToken);
  faultUnless(jws.header.typ === "dc+sd-jwt", "malformed", "the credential is of another format");
  faultUnless(jws.header.alg === "ES256", "malformed", "the credential is signed in another way");
  const { leaf, anchor } = trustedLeaf(jws.header.x5c, checks.anchors, checks.now);
  faultUnless(isJwsSignedBy(jws, leaf.publicKey, ["ES256"]), "forged", "the credential is not signed by its issuer");
  const claims = disclosedClaims(jws.payload, sdJwt.disclosures);
  requireOpen(jws.payload, claims);
  faultUnless(
    checks.types.some((type) => type === claims.vct),
    "wrong-type",
    "the credential is of another type",
  );
  const validity = validityIn(claims);
  requireValidity(validity, checks.now, "the credential");
  requireBinding(sdJwt, jws.payload, checks);
  return { ...personIn(claims), country: anchor.country, status: statusIn(claims, validity) };
}

/** They may not be disclosed apart, else a holder could leave them out (SD-JWT VC, section 2.2.2.3). */
const OPEN = ["iss", "nbf", "exp", "cnf", "vct", "status"];

function requireOpen(payload: JsonObject, claims: JsonObject): void {
  const isHidden = OPEN.some((name) => Object.hasOwn(claims, name) && !Object.hasOwn(payload, name));
  faultUnless(!isHidden, "malformed", "a claim that must be open is disclosed");
}

function validityIn(claims: JsonObject): Validity {
  const parsed = validitySchema.safeParse(claims);
  faultUnless(parsed.success, "malformed", "the credential's times");
  return parsed.data;
}

const LONGEST_NAME = 100;

const nameSchema = z
  .string()
  .transform(tidy)
  .refine((text) => text.length <= LONGEST_NAME && !hasUnseenCharacters(text));

/** `given_name` may be empty: there are people of one name. */
const namesSchema = z.object({ family_name: nameSchema.refine((text) => text !== ""), given_name: nameSchema });
const numberSchema = z.object({ personal_administrative_number: nameSchema.optional() });

function personIn(claims: JsonObject): Pick<Pid, "lastName" | "firstName" | "number"> {
  const names = namesSchema.safeParse(claims);
  faultUnless(names.success, "no-name", "the names were not shown, or are none");
  const number = numberSchema.safeParse(claims);
  faultUnless(number.success, "malformed", "the number is none");
  return {
    lastName: names.data.family_name,
    firstName: names.data.given_name,
    number: number.data.personal_administrative_number || null,
  };
}

const DAY_SECONDS = 86_400;

const statusSchema = z.object({
  status: z.object({ status_list: z.object({ uri: z.url().max(2000), idx: z.int().nonnegative() }) }),
});

/** A status list (Token Status List, section 6.2), or the short life of a PID that needs none (ARF 3.0, VCR_01). */
function statusIn(claims: JsonObject, { iat, nbf, exp }: Validity): PidStatus | null {
  if (Object.hasOwn(claims, "status")) {
    const parsed = statusSchema.safeParse(claims);
    faultUnless(parsed.success, "status-unknown", "the credential's status is of another kind");
    const { uri, idx } = parsed.data.status.status_list;
    return { uri, index: idx };
  }
  const life = (exp ?? Number.POSITIVE_INFINITY) - (nbf ?? iat ?? 0);
  faultUnless(life <= DAY_SECONDS, "status-unknown", "a credential of more than a day has no status");
  return null;
}
