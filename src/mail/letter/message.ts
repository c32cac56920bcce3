import { domainOf } from "../../platform/text/email.ts";
import type { Letter } from "../letter.ts";
import { bringsLinkOnly } from "../rules.ts";
import type { Sender } from "../visit-sql.ts";
import { calendarOf } from "./calendar.ts";
import type { Envelope } from "./envelope.ts";
import { letterHtml } from "./letter-html.ts";
import { pageOf } from "./letter-page.ts";
import { letterText } from "./letter-text.ts";

/** A message as it leaves; every address alone and checked, no header from a field. */
export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly replyTo?: string;
  readonly messageId: string;
  readonly date: Date;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly icalEvent?: { readonly method: "REQUEST" | "CANCEL"; readonly content: string; readonly filename: string };
  readonly headers: Readonly<Record<string, string>>;
}

/** @param id of the planned message: sent twice, it is the same message twice */
export function messageOf(id: string, letter: Letter, sender: Sender, { from, at }: Envelope): OutgoingMail {
  const page = pageOf(letter, sender);
  return {
    from: { name: sender.frame.senderName, address: from },
    to: letter.visit.email as string,
    ...(sender.email && { replyTo: sender.email }),
    messageId: `<${id}@${domainOf(from)}>`,
    date: new Date(at.epochMilliseconds),
    subject: page.subject,
    text: letterText(page),
    html: letterHtml(page),
    // What is not confirmed belongs into no calendar, and what was asked for again stands there already.
    ...(!bringsLinkOnly(letter.kind) && { icalEvent: calendarOf(letter, sender, { from, at }) }),
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "Content-Language": letter.visit.language,
    },
  };
}
