import { createHmac } from "node:crypto";
import { isIPv4 } from "node:net";

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
  const mapped = ip.replace(/^::ffff:(?=\d+\.)/i, "");
  if (mapped.startsWith("127.") || ip === "::1") return null;
  // The same cut for both: of four bytes the first three, of eight groups the first four and three.
  const parts = (isIPv4(mapped) ? mapped.split(".") : groupsOf(ip)).slice(0, 4);
  return { address: hash(parts), network: hash(parts.slice(0, 3)) };

  function hash(part: readonly string[]): string {
    return createHmac("sha256", key)
      .update(`from ${part.length} ${part.join(".")}`)
      .digest("base64url");
  }
}

/** The eight of an IPv6 address, those that «::» leaves out as well. */
function groupsOf(ip: string): string[] {
  const [before = "", after] = ip.toLowerCase().split("%")[0]?.split("::") ?? [];
  const groups = (text: string) => (text === "" ? [] : text.split(":"));
  const [head, tail] = [groups(before), groups(after ?? "")];
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  return [...head, ...Array<string>(zeros).fill("0"), ...tail];
}
