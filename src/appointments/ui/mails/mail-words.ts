import { dayOfMonth, shortDate, timeOf } from "../../../kit/dates.ts";
import type { Mail } from "../../../mail/contract.ts";
import { domainOf } from "../../../platform/text/email.ts";
import type { Language, Text } from "../../../text/text.ts";
import type { Moment } from "../../acts.ts";

/** A letter to a citizen as a clerk is told of it. Pure. */

export interface MailWording {
  readonly t: Text;
  readonly language: Language;
  readonly now: Moment;
}

/** What it says: Επιβεβαίωση; Νέα ώρα, where another one was known */
export const letterWords = ({ letter, was }: Pick<Mail, "letter" | "was">, t: Text): string =>
  t(letter === "change" && was ? "mails.letter-moved" : `mails.letter-${letter}`);

/** What it takes the place of: αντί για 23/11, 10:15 */
export const insteadOf = ({ was }: Pick<Mail, "was">, t: Text): string | null =>
  was && t("mails.instead-of", { when: `${dayOfMonth(was.date)}, ${was.time}` });

/** How far it has come, and when */
export function stateWords(
  { state, dueAt, settledAt, reason }: Pick<Mail, "state" | "dueAt" | "settledAt" | "reason">,
  wording: MailWording,
): string {
  const { t, now } = wording;
  if (state === "sending") return t("mails.is-sending");
  const how = reason === "restored" ? reason : state;
  if (how !== "planned") return t(`mails.is-${how}`, { at: momentIn(settledAt ?? "", wording) });
  if (dueAt === null || dueAt.slice(0, 16) <= `${now.date}T${now.time}`) return t("mails.is-waiting");
  return t(reason === null ? "mails.is-due" : "mails.is-tried-again", { at: momentIn(dueAt, wording) });
}

/** στις 10:42, and of another day Δευ 23/11, 08:31 */
export function momentIn(at: string, { t, language, now }: MailWording): string {
  const date = at.slice(0, 10);
  const time = timeOf(at);
  return date === now.date ? t("mails.at-time", { time }) : t("mails.at-day", { day: shortDate(date, language), time });
}

/** Why it did not arrive; null: it did, or nobody has said */
export const reasonWords = ({ reason, address }: Pick<Mail, "reason" | "address">, t: Text): string | null =>
  reason && t(`mails.reason-${reason}`, { domain: domainOf(address) });
