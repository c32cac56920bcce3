import { isIP } from "node:net";

const NAMED_NETWORKS = ["loopback", "linklocal", "uniquelocal"];

/** "true", "false", how many proxies stand before us, or their addresses and networks. */
export function isProxies(text: string): boolean {
  if (text === "true" || text === "false" || /^[1-9]\d?$/.test(text)) return true;
  return text.split(",").every((part) => {
    const [address = "", bits, ...rest] = part.trim().split("/");
    if (rest.length > 0) return false;
    return bits === undefined
      ? NAMED_NETWORKS.includes(address) || isIP(address) > 0
      : isIP(address) > 0 && /^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128);
  });
}
