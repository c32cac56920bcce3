import type { Config } from "../../platform/config.ts";
import { dateOf, systemClock } from "../../platform/time.ts";
import { fine, note, type ProbeResult, type ProbeTarget } from "./probe.ts";

const SOON_DAYS = 30;
/** By RFC 9116: later nobody knows whether somebody still answers there. */
const LATEST_DAYS = 366;

/** Nobody is asked: whether whoever finds a weakness learns whom to tell. */
export async function probeSecurityContact(config: Config): Promise<readonly ProbeResult[]> {
  return config.NODE_ENV === "production" ? [judgeContact(config.SECURITY_CONTACT_UNTIL, dateOf(systemClock()))] : [];
}

/** Pure. @param until the last day on which the contact is served */
export function judgeContact(until: string | undefined, today: Temporal.PlainDate): ProbeResult {
  const target: ProbeTarget = { probe: "security-contact", setting: "SECURITY_CONTACT" };
  if (until === undefined) return note(target, "no-security-contact");
  const { days } = today.until(until, { largestUnit: "days" });
  if (days < SOON_DAYS) return note(target, "security-contact-ends", { date: until });
  if (days > LATEST_DAYS) return note(target, "security-contact-too-long", { date: until });
  return fine(target, "security-contact-fine", { date: until });
}
