import { createHmac } from "node:crypto";
import { addressParts } from "../../platform/networks.ts";

/** Where a browser is, as far as that shows who holds many times: hashes, for nobody needs to know the address itself. */
export interface Party {
  readonly address: string;
  readonly network: string;
}

/**
 * By its network address; an IPv6 one counts by the part that its owner was given.
 * @param key of this installation
 * @returns null: it is this machine's own, which tells nothing
 */
export function partyOf(ip: string, key: Buffer): Party | null {
  const parts = addressParts(ip);
  if (parts[0] === "127" || ip === "::1") return null;
  return { address: hash(parts), network: hash(parts.slice(0, 3)) };

  function hash(part: readonly string[]): string {
    return createHmac("sha256", key)
      .update(`from ${part.length} ${part.join(".")}`)
      .digest("base64url");
  }
}
