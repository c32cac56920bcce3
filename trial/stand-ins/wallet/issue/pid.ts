import { randomBytes } from "node:crypto";
import { SDJwtVcInstance } from "@sd-jwt/sd-jwt-vc";
import type { Holder } from "../holders.ts";
import { type Authority, x5cOf } from "./authority.ts";
import { type Issuers, issuerOf } from "./issuers.ts";
import { inSeconds, newKeyPair, publicJwk, type SigningKeyPair, sha256, signature } from "./signing.ts";

export const PID_TYPE = "urn:eudi:pid:1";

/** What an issuer is to sign; cheats change it. */
export interface PidOrder {
  readonly issuer: Authority;
  readonly x5c: readonly string[];
  readonly type: string;
  readonly issuedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly status: StatusReference | null;
  readonly claims: PidClaims;
}

export interface StatusReference {
  readonly uri: string;
  readonly idx: number;
}

/** As the PID Rulebook names them */
export type PidClaims = Readonly<Record<string, unknown>>;

/** An SD-JWT of a person, and the key that it is bound to: fresh ones each time, as wallets take them from a batch */
export interface IssuedPid {
  readonly sdJwt: string;
  readonly claims: PidClaims;
  readonly holderKey: SigningKeyPair;
}

export function pidOrder(issuers: Issuers, holder: Holder, status: StatusReference, now: Temporal.Instant): PidOrder {
  const issuer = issuerOf(issuers, holder.kind);
  return {
    issuer,
    x5c: x5cOf(issuer),
    type: PID_TYPE,
    status: holder.kind === "brief" ? null : status,
    claims: claimsOf(holder, issuer),
    ...timesOf(holder, now),
  };
}

function timesOf({ kind }: Holder, now: Temporal.Instant) {
  const times = (issuedHoursAgo: number, hours: number) => {
    const issuedAt = now.subtract({ hours: issuedHoursAgo });
    return { issuedAt, expiresAt: issuedAt.add({ hours }) };
  };
  if (kind === "brief") return times(1, 24);
  return kind === "expired" ? times(24 * 40, 24 * 30) : times(24, 24 * 90);
}

const claimsOf = ({ lastName, firstName, number }: Holder, { country, organisation }: Authority): PidClaims => ({
  family_name: lastName,
  given_name: firstName,
  birthdate: "1980-02-29",
  nationalities: [country],
  address: { locality: "Νέα Αυγή", country },
  ...(number !== null && { personal_administrative_number: number }),
  issuing_authority: organisation,
  issuing_country: country,
});

export async function issuePid({ issuer, x5c, claims, ...order }: PidOrder): Promise<IssuedPid> {
  const holderKey = await newKeyPair();
  const sdJwt = await new SDJwtVcInstance({
    ...libraryConfig,
    signAlg: "ES256",
    signer: (text) => signature(issuer.signer.privateKey, text),
  }).issue(
    {
      vct: order.type,
      iat: inSeconds(order.issuedAt),
      exp: inSeconds(order.expiresAt),
      cnf: { jwk: await publicJwk(holderKey) },
      ...(order.status && { status: { status_list: order.status } }),
      ...claims,
    },
    { _sd: Object.keys(claims) as never[], _sd_decoy: 2 },
    { header: { x5c } },
  );
  return { sdJwt, claims, holderKey };
}

export const libraryConfig = {
  hashAlg: "sha-256" as const,
  hasher: (data: string | ArrayBuffer) => sha256(typeof data === "string" ? data : new Uint8Array(data)),
  saltGenerator: (length: number) => randomBytes(length).toString("base64url"),
};
