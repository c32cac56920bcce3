import { randomUUIDv7 } from "node:crypto";
import { requireOfferedLanguage } from "../../appointments/row/offered-languages.ts";
import { lastActs, record } from "../../audit/record.ts";
import type { MinistryStaff } from "../../identity/ministry-access.ts";
import type { AdministeredOffice } from "../../identity/office-access.ts";
import { letterFrameErrors } from "../../ministry/rules.ts";
import { checkedFact } from "../../offices/rules.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import { Refusal, refuseFields } from "../../platform/refusal.ts";
import { withoutLanguages } from "../../text/foreign.ts";
import { textIn } from "../../text/text.ts";
import type { FrameSampleRequest, LetterSample, NoteSampleRequest } from "../contract.ts";
import type { Envelope } from "../letter/envelope.ts";
import { letterHtml } from "../letter/letter-html.ts";
import { pageOf } from "../letter/letter-page.ts";
import { letterText } from "../letter/letter-text.ts";
import { messageOf, type OutgoingMail } from "../letter/message.ts";
import type { Letter } from "../letter.ts";
import { type Sender, senderOf } from "../visit-sql.ts";
import { sampleLetter, sampleSender } from "./sample.ts";
import { sampleService } from "./sample-sql.ts";
import "../../text/server.ts";

/** Letters about a visit that nobody has booked, with the words that somebody is typing: to read, or to get as a test. */

/** @throws Refusal 422 at the fields */
export async function noteSample(
  tx: Read,
  office: AdministeredOffice,
  request: NoteSampleRequest,
  now: Temporal.Instant,
): Promise<LetterSample> {
  await requireOfferedLanguage(tx, request.language);
  const sender = withNotes(await senderOf(tx, office.id), request);
  return shown(sampleLetter(await sampleService(tx), sender, request.language, now), sender);
}

/** @throws Refusal 422 at the fields */
export async function frameSample(
  tx: Read,
  _ministry: MinistryStaff,
  { language, ...frame }: FrameSampleRequest,
  now: Temporal.Instant,
): Promise<LetterSample> {
  refuseFields(letterFrameErrors(frame));
  const sender = sampleSender(language, frame);
  return shown(sampleLetter(await sampleService(tx), sender, language, now), sender);
}

function shown(letter: Letter, sender: Sender): LetterSample {
  const page = pageOf(letter, sender);
  return {
    from: sender.frame.senderName,
    subject: withoutLanguages(page.subject),
    text: letterText(page),
    // A picture would have to lie in the message.
    html: letterHtml({ ...page, code: null }),
  };
}

const MOST_TESTS = 5;
const TESTS_WITHIN = { minutes: 10 } as const;

/**
 * The test that is to be sent to the office's own address, which alone is known: employees have none here.
 * @throws Refusal 409 when the office has none, 422 at the fields, 429 when there were too many of late
 */
export async function noteTest(
  tx: Tx,
  office: AdministeredOffice,
  request: NoteSampleRequest,
  envelope: Envelope,
): Promise<OutgoingMail> {
  await requireOfferedLanguage(tx, request.language);
  const sender = withNotes(await senderOf(tx, office.id), request);
  if (sender.email === null) throw new Refusal(409, "office-without-email");
  await refuseManyTests(tx, office, envelope.at);
  await record(tx, office, { act: "letter-tested", details: { language: request.language } }, envelope.at);
  const letter = sampleLetter(await sampleService(tx), sender, request.language, envelope.at);
  // Nobody's calendar need know of it.
  const { icalEvent: _, subject, ...message } = messageOf(randomUUIDv7(), letter, sender, envelope);
  return { ...message, subject: textIn(request.language)("letter.test-subject", { subject }) };
}

async function refuseManyTests(tx: Read, office: AdministeredOffice, now: Temporal.Instant): Promise<void> {
  const tests = await lastActs(tx, office, ["letter-tested"], { before: null, limit: MOST_TESTS });
  const again = tests[MOST_TESTS - 1]?.at.add(TESTS_WITHIN);
  if (!again || Temporal.Instant.compare(again, now) <= 0) return;
  throw new Refusal(429, "rate-limited", { values: { seconds: Math.ceil(now.until(again).total("seconds")) } });
}

function withNotes(sender: Sender, { mailNote, mailNoteEn }: NoteSampleRequest): Sender {
  const checked = Object.entries({ mailNote, mailNoteEn }).map(([field, text]) => checkedFact(field, text));
  refuseFields(checked.flatMap((each) => ("error" in each ? [each.error] : [])));
  const [note, noteEn] = checked.map((each) => ("value" in each ? (each.value as string | null) : null));
  return { ...sender, note: note ?? null, noteEn: noteEn ?? null };
}
