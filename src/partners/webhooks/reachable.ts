import { lookup as lookUp } from "node:dns";
import { type BlockList, isIP, isIPv4, type LookupFunction } from "node:net";
import { networksIn } from "../../platform/networks.ts";
import { FORBIDDEN } from "./failure.ts";

/** Networks that are nobody's on the internet: what stands in them is ours, or our neighbours'. */
const INSIDE = networksIn(
  [
    ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"],
    ...["192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64"],
    ...["2001::/32", "2002::/16", "fc00::/7", "fe80::/9", "ff00::/8"],
  ].join(),
) as BlockList;

/**
 * A partner's address leads to the internet, or to a network that the operator has named: no notice can be made to knock at
 * the doors of our own machines (SSRF).
 */
export function mayReach(address: string, named: BlockList): boolean {
  const kind = isIPv4(address) ? "ipv4" : "ipv6";
  return isIP(address) > 0 && (!INSIDE.check(address, kind) || named.check(address, kind));
}

/** A name is looked up when the connection is made, and the address that was looked at is the one that is used. */
export const reachableOnly =
  (named: BlockList): LookupFunction =>
  (hostname, options, done) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      const reachable = error ? [] : addresses.filter(({ address }) => mayReach(address, named));
      const [first] = reachable;
      if (error || !first) return done(error ?? Object.assign(new Error(hostname), { code: FORBIDDEN }), "", 4);
      if (options.all) done(null, reachable);
      else done(null, first.address, first.family);
    });
  };
