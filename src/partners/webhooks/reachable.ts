import { lookup as lookUp } from "node:dns";
import { type BlockList, isIP, isIPv4, type LookupFunction } from "node:net";
import { networksIn } from "../../platform/networks.ts";
import { FORBIDDEN } from "./failure.ts";

/**
 * Networks in which no receiver on the internet stands: what does is ours, or our neighbours'. As IANA's registries of
 * special-purpose addresses have them; of IPv6 everything but 2000::/3, so that no way to write an IPv4 address in it
 * (mapped, translated, NAT64) leads around the first list.
 */
const INSIDE = {
  ipv4: inside(
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    // The last one is the host of every machine at a large provider, and in no registry.
    "224.0.0.0/3",
    "168.63.129.16",
  ),
  ipv6: inside("::/3", "4000::/2", "8000::/1", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),
} as const;

/**
 * A partner's address leads to the internet, or to a network that the operator has named: no notice can be made to knock at
 * the doors of our own machines (SSRF).
 */
export function mayReach(address: string, named: BlockList): boolean {
  const kind = isIPv4(address) ? "ipv4" : "ipv6";
  return (
    isIP(address) > 0 && !address.includes("%") && (!INSIDE[kind].check(address, kind) || named.check(address, kind))
  );
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

function inside(...networks: readonly string[]): BlockList {
  return networksIn(networks.join()) as BlockList;
}
