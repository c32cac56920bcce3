import { TRIAL_PREFIX } from "../../src/platform/config.ts";
import { isLoopback } from "../../src/platform/loopback.ts";

/** The one application registered at the stand-in: any that runs on this machine, and the one of PUBLIC_BASE_URL. */
export const CLIENT_ID = TRIAL_PREFIX;
export const CLIENT_SECRET = `${TRIAL_PREFIX}-secret`;

export function isRegistered(address: string, publicOrigin: string | undefined): boolean {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return false;
  return isLoopback(url) || url.hostname.endsWith(".localhost") || url.origin === publicOrigin;
}

export function isRegisteredCallback(address: string, publicOrigin: string | undefined, path: string): boolean {
  if (!isRegistered(address, publicOrigin)) return false;
  const { pathname, search } = new URL(address);
  return pathname === path && search === "";
}
