import PostalMime, { type Attachment, decodeWords, type Email } from "postal-mime";
import type { Clock } from "../../../src/platform/time.ts";

/** From whom and to whom by the envelope, whatever the headers say */
export interface SmtpEnvelope {
  readonly from: string;
  readonly to: readonly string[];
}

export interface ArrivedMessage extends SmtpEnvelope {
  /** Counted since the start */
  readonly id: number;
  readonly at: Temporal.Instant;
  readonly subject: string;
  /** In their order, decoded, each as often as it stands there */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly text: string | null;
  readonly html: string | null;
  readonly calendar: string | null;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: number }[];
  readonly raw: string;
}

const MOST_KEPT = 1_000;

export type ArrivedMail = ReturnType<typeof keepArrived>;

/** The last messages in memory, the oldest first, and how many there ever were. */
export function keepArrived(clock: Clock) {
  let kept: readonly ArrivedMessage[] = [];
  let count = 0;
  return {
    count: () => count,
    all: () => kept,
    to: (recipient: string) => kept.filter(({ to }) => to.some((address) => isSame(address, recipient))),
    byId: (id: number) => kept.find((message) => message.id === id),
    async take(envelope: SmtpEnvelope, content: Buffer): Promise<void> {
      const parsed = partsOf(await read(content));
      count += 1;
      const message = { id: count, at: clock(), ...envelope, ...parsed, raw: content.toString() };
      kept = [...kept, message].slice(-MOST_KEPT);
    },
    empty() {
      kept = [];
    },
  };
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** What can't be read has arrived all the same: its source shows what it is. */
const read = (content: Buffer): Promise<Email> =>
  PostalMime.parse(content).catch((): Email => ({ headers: [], headerLines: [], attachments: [] }));

const CALENDARS = ["text/calendar", "application/ics"];

function partsOf({ subject, headers, text, html, attachments }: Email) {
  const calendar = attachments.find(({ mimeType }) => CALENDARS.includes(mimeType));
  return {
    subject: subject ?? "",
    headers: headers.map(({ originalKey, value }) => ({ name: originalKey, value: decodeWords(value) })),
    text: text ?? null,
    html: html ?? null,
    calendar: calendar ? bytesOf(calendar).toString() : null,
    attachments: attachments.map((attachment) => ({
      name: attachment.filename ?? "",
      type: attachment.mimeType,
      bytes: bytesOf(attachment).length,
    })),
  };
}

const bytesOf = ({ content }: Attachment): Buffer =>
  typeof content === "string" ? Buffer.from(content) : Buffer.from(content as Uint8Array);
