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
