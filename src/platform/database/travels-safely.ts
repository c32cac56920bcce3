import { isLoopback } from "../loopback.ts";
import { addressesIn } from "./servers.ts";

const ENCRYPTED = ["require", "verify-ca", "verify-full"];

/**
 * Whether what is said to the database, to whichever of its servers, passes no wire, or passes it under TLS. Its address says so:
 * nothing is tried.
 */
export const travelsSafely = (address: string): boolean => addressesIn(address).every(isSafe);

function isSafe(address: string): boolean {
  if (address.startsWith("/") || address.startsWith("socket:")) return true;
  const url = URL.parse(address);
  if (!url) return false;
  const host = decodeURIComponent(url.searchParams.get("host") ?? url.hostname);
  if (host.startsWith("/") || isLoopback({ hostname: host })) return true;
  return ENCRYPTED.includes(url.searchParams.get("sslmode") ?? "") || url.searchParams.get("ssl") === "true";
}
