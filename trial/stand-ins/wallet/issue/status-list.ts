import { deflateSync } from "node:zlib";
import { HOLDERS } from "../holders.ts";
import { type Authority, x5cOf } from "./authority.ts";
import type { ListFault } from "./faults.ts";
import type { StatusReference } from "./pid.ts";
import { inSeconds, signJwt } from "./signing.ts";

/** As the Token Status List (IETF) numbers them */
export const LIST_STATUSES = { valid: 0, revoked: 1, suspended: 2 } as const;

export type HolderStatus = keyof typeof LIST_STATUSES;

/** Of each person's credential, whichever of the person's places it has in the list */
export type Statuses = Map<string, HolderStatus>;

export const newStatuses = (): Statuses =>
  new Map(HOLDERS.map(({ id, kind }) => [id, kind === "revoked" ? "revoked" : "valid"]));

const PLACES_EACH = 100;
const BITS = 2;
const PER_BYTE = 8 / BITS;
/** Inflates to far more than any list needs */
const BOMB_BYTES = 16 * 1024 * 1024;

/** Another place each time: nobody is to be known again by it. */
export const statusReference = (uri: string, holderId: string): StatusReference => ({
  uri,
  idx: HOLDERS.findIndex(({ id }) => id === holderId) + HOLDERS.length * Math.floor(Math.random() * PLACES_EACH),
});

interface StatusListOrder {
  readonly issuer: Authority;
  readonly uri: string;
  readonly statuses: Statuses;
  readonly now: Temporal.Instant;
}

/** A Token Status List as a JWT */
export function statusListJwt({ issuer, uri, statuses, now }: StatusListOrder, fault: ListFault): Promise<string> {
  const madeAt = fault === "stale" ? now.subtract({ hours: 48 }) : now;
  const bytes = fault === "bomb" ? Buffer.alloc(BOMB_BYTES) : listBytes(statuses);
  return signJwt(
    issuer.signer.privateKey,
    { typ: "statuslist+jwt", x5c: x5cOf(issuer) },
    {
      sub: uri,
      iat: inSeconds(madeAt),
      exp: inSeconds(madeAt.add({ hours: 12 })),
      ttl: 3600,
      status_list: { bits: BITS, lst: deflateSync(bytes).toString("base64url") },
    },
  );
}

function listBytes(statuses: Statuses): Buffer {
  const places = HOLDERS.length * PLACES_EACH;
  const bytes = Buffer.alloc(Math.ceil(places / PER_BYTE));
  for (let idx = 0; idx < places; idx++) {
    const status = LIST_STATUSES[statuses.get(HOLDERS[idx % HOLDERS.length]?.id ?? "") ?? "valid"];
    const byte = Math.floor(idx / PER_BYTE);
    bytes[byte] = (bytes[byte] ?? 0) | (status << ((idx % PER_BYTE) * BITS));
  }
  return bytes;
}
