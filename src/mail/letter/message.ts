import { domainOf } from "../../platform/text/email.ts";
import { withoutLanguages } from "../../text/foreign.ts";
import type { Letter } from "../letter.ts";
import { bringsLinkOnly } from "../rules.ts";
import type { Sender } from "../visit-sql.ts";
import { calendarOf } from "./calendar.ts";
import { codePicture } from "./code-picture.ts";
import type { Envelope } from "./envelope.ts";
import { CODE_ID, letterHtml } from "./letter-html.ts";
import { type LetterPage, pageOf } from "./letter-page.ts";
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
  readonly attachments?: Picture[];
  readonly icalEvent?: { readonly method: "REQUEST" | "CANCEL"; readonly content: string; readonly filename: string };
  readonly headers: Readonly<Record<string, string>>;
}

/** Shown within the message, nowhere else */
interface Picture {
  readonly cid: string;
  readonly filename: string;
  readonly contentType: "image/png";
  readonly contentDisposition: "inline";
  readonly content: Buffer;
}

/** @param id of the planned message: sent twice, it is the same message twice */
export function messageOf(id: string, letter: Letter, sender: Sender, envelope: Envelope): OutgoingMail {
  return {
    ...outgoingOf(id, letter.visit.email as string, pageOf(letter, sender), { sender, ...envelope }),
    ...(sender.email && { replyTo: sender.email }),
    // What is not confirmed belongs into no calendar, and what was asked for again stands there already.
    ...(!bringsLinkOnly(letter.kind) && { icalEvent: calendarOf(letter, sender, envelope) }),
  };
}

/** A page, whatever it says, as it leaves. */
export const outgoingOf = (
  id: string,
  to: string,
  page: LetterPage,
  { sender, from, at }: Envelope & { readonly sender: Pick<Sender, "frame"> },
): OutgoingMail => ({
  from: { name: sender.frame.senderName, address: from },
  to,
  messageId: `<${id}@${domainOf(from)}>`,
  date: new Date(at.epochMilliseconds),
  subject: withoutLanguages(page.subject),
  text: letterText(page),
  html: letterHtml(page),
  ...(page.code !== null && { attachments: [pictureOf(page.code)] }),
  headers: {
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
    "Content-Language": page.language,
  },
});

const pictureOf = (code: string): Picture => ({
  cid: CODE_ID,
  filename: "code.png",
  contentType: "image/png",
  contentDisposition: "inline",
  content: codePicture(code),
});
