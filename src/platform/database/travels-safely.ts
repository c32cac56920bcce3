import { isLoopback } from "../loopback.ts";

const ENCRYPTED = ["require", "verify-ca", "verify-full"];

/** Whether what is said to the database passes no wire, or passes it under TLS. Its address says so: nothing is tried. */
export function travelsSafely(address: string): boolean {
  if (address.startsWith("/") || address.startsWith("socket:")) return true;
  const url = URL.parse(address);
  if (!url) return false;
  const host = decodeURIComponent(url.searchParams.get("host") ?? url.hostname);
  if (host.startsWith("/") || isLoopback({ hostname: host })) return true;
  return ENCRYPTED.includes(url.searchParams.get("sslmode") ?? "") || url.searchParams.get("ssl") === "true";
}
