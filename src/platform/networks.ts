import { BlockList, isIP, isIPv4, isIPv6 } from "node:net";

/** "10.20.0.0/16, 2001:db8::/32" as what can be asked whether an address is in one of them; null for what is no such list. */
export function networksIn(text: string): BlockList | null {
  const list = new BlockList();
  for (const part of text.split(",").flatMap((each) => each.trim() || [])) {
    const [address = "", bits = isIPv6(address) ? "128" : "32", ...rest] = part.split("/");
    const most = isIPv4(address) ? 32 : 128;
    const isGood = rest.length === 0 && isIP(address) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
    if (!isGood) return null;
    list.addSubnet(address, Number(bits), isIPv4(address) ? "ipv4" : "ipv6");
  }
  return list;
}

/** More than all networks together that are nobody's on the internet */
const MOST_OF_ALL = 1 / 32;

/** Whether a list of addresses and networks holds so much of all addresses that it says "anybody"; names in it are small. */
export function namesAnybody(text: string): boolean {
  const shares = text.split(",").map((each) => shareOf(each.trim()));
  return ([4, 6] as const).some((family) => {
    const all = shares.filter((share) => share.family === family);
    return all.reduce((sum, { part }) => sum + part, 0) > MOST_OF_ALL;
  });
}

function shareOf(network: string): { readonly family: number; readonly part: number } {
  const [address = "", bits] = network.split("/");
  return { family: isIP(address), part: bits === undefined ? 0 : 2 ** -Number(bits) };
}

/**
 * What tells the address of one party from another's: the four bytes of an IPv4 one, the four groups of an IPv6 one that
 * its owner was given. The first three of either are its network.
 */
export function addressParts(ip: string): string[] {
  const mapped = ip.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIPv4(mapped) ? mapped.split(".") : groupsOf(ip).slice(0, 4);
}

/** The same as one text */
export const partyAddress = (ip: string): string => addressParts(ip).join(".");

/** The eight of an IPv6 address, those that «::» leaves out as well. */
function groupsOf(ip: string): string[] {
  const [before = "", after] = ip.toLowerCase().split("%")[0]?.split("::") ?? [];
  const groups = (text: string) => (text === "" ? [] : text.split(":"));
  const [head, tail] = [groups(before), groups(after ?? "")];
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  return [...head, ...Array<string>(zeros).fill("0"), ...tail];
}
