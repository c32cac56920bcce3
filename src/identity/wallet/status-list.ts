import { inflateSync } from "node:zlib";
import { z } from "zod";
import { trustedLeaf, type WalletAnchor } from "./chain.ts";
import { isJwsSignedBy, readJws } from "./jws.ts";
import { requireValidity, secondsAt, validitySchema } from "./validity.ts";
import { faultUnless, WalletFault } from "./wallet-fault.ts";

export type CredentialStatus = "valid" | "invalid" | "suspended" | "unknown";

/** What an issuer says of its credentials, by their places in its list. */
export interface StatusList {
  /** Of who signed it, by the trust list: a credential of another country is not in it. */
  readonly country: string;
  /** When it is over. */
  readonly until: Temporal.Instant;
  /** When the issuer wants it to be fetched again; not after its end. */
  readonly refreshAt: Temporal.Instant;
  statusAt(index: number): CredentialStatus;
}

export interface StatusListChecks {
  /** From where it was fetched. */
  readonly uri: string;
  readonly anchors: readonly WalletAnchor[];
  readonly now: Temporal.Instant;
}

/** Of the compressed list and of the list: sixteen million credentials of one bit. */
const LONGEST_TOKEN = 3_000_000;
const LONGEST_LIST = 2_000_000;

/** No instant is later. */
const LAST_SECOND = 8_640_000_000_000;

const listSchema = validitySchema.extend({
  sub: z.string(),
  iat: z.number(),
  exp: z.number().max(LAST_SECOND),
  ttl: z.number().positive().optional(),
  status_list: z.object({ bits: z.literal([1, 2, 4, 8]), lst: z.base64url() }),
});

/**
 * A signed list (Token Status List, sections 5.1 and 8.3). One without an end is not taken, since it would be believed for ever.
 * @throws WalletFault
 */
export function readStatusList(token: string, { uri, anchors, now }: StatusListChecks): StatusList {
  faultUnless(token.length <= LONGEST_TOKEN, "malformed", "the status list is too long");
  const jws = readJws(token.trim());
  faultUnless(jws.header.typ === "statuslist+jwt", "malformed", "the status list is of another format");
  const { leaf, anchor } = trustedLeaf(jws.header.x5c, anchors, now);
  faultUnless(isJwsSignedBy(jws, leaf.publicKey, ["ES256"]), "forged", "the status list is not signed by its issuer");
  const parsed = listSchema.safeParse(jws.payload);
  faultUnless(parsed.success, "malformed", "the status list lacks something");
  const { sub, exp, ttl, status_list: list } = parsed.data;
  faultUnless(sub === uri, "malformed", "the status list is of another address");
  requireValidity(parsed.data, now, "the status list");
  const statuses = inflated(list.lst);
  return {
    country: anchor.country,
    until: instantAt(exp),
    refreshAt: instantAt(Math.min(exp, secondsAt(now) + (ttl ?? Number.POSITIVE_INFINITY))),
    statusAt: (index) => statusIn(statuses, list.bits, index),
  };
}

const instantAt = (seconds: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(seconds * 1000));

/** A few bytes may stand for a gigabyte: more than a list may have is not inflated at all. */
function inflated(compressed: string): Buffer {
  try {
    return inflateSync(Buffer.from(compressed, "base64url"), { maxOutputLength: LONGEST_LIST });
  } catch {
    throw new WalletFault("malformed", "the status list can't be inflated");
  }
}

/** Section 7.1; what an issuer means by any other number is unknown to us. */
const STATUSES: readonly CredentialStatus[] = ["valid", "invalid", "suspended"];

/** Statuses fill a byte from its least significant bit (section 4.1). */
function statusIn(statuses: Buffer, bits: number, index: number): CredentialStatus {
  const inByte = 8 / bits;
  const byte = statuses[Math.floor(index / inByte)];
  if (byte === undefined) return "unknown";
  const status = (byte >> ((index % inByte) * bits)) & (2 ** bits - 1);
  return STATUSES[status] ?? "unknown";
}
