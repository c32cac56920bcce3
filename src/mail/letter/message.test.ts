import ICAL from "ical.js";
import nodeIcal, { type VEvent } from "node-ical";
import PostalMime from "postal-mime";
import { expect, test } from "vitest";
import { normalizeEmail } from "../../platform/text/email.ts";
import type { Letter } from "../letter.ts";
import type { LetterKind } from "../rules.ts";
import { NOTHING_MORE, type Sender, type Visit } from "../visit-sql.ts";
import { composed } from "./composed.ts";
import { messageOf } from "./message.ts";

/** What leaves, read back by a mail parser and two readers of calendars. */

const AT = Temporal.Instant.from("2026-11-24T08:42:00Z");
const ENVELOPE = { from: "no-reply@visits.example", at: AT, site: "https://visits.example" };
const SENDER: Sender = {
  name: "ΚΕΠ Νέας Αυγής",
  nameEn: "KEP Nea Avgi",
  address: "Πλατεία Ανεμώνης 4",
  postcode: "99012",
  municipality: "Νέα Αυγή",
  phone: "+302105550100",
  email: "kep@example.gr",
  accessNotes: null,
  access: { stepFreeEntrance: true, lift: null, accessibleWc: false, disabledParking: null },
  note: null,
  noteEn: null,
  isOpenToCitizens: false,
  frame: { senderName: "Ραντεβού στα ΚΕΠ", foot: null, footEn: null },
};

function visitAt(local: string, wish: Partial<Visit> = {}): Visit {
  const startsAt = Temporal.PlainDateTime.from(local).toZonedDateTime("Europe/Athens").toInstant();
  return {
    id: "01a21a87-4591-7d47-bee6-006e4cdac80b",
    reference: "731904268",
    email: "eleni@example.gr",
    language: "el",
    status: "booked",
    isLive: true,
    startsAt,
    endsAt: startsAt.add({ minutes: 10 }),
    date: local.slice(0, 10),
    time: local.slice(11),
    service: "signature",
    minutes: 10,
    ...NOTHING_MORE,
    serviceName: "Βεβαίωση γνησίου υπογραφής",
    bring: "ταυτότητα ή διαβατήριο",
    version: 3,
    ...wish,
  };
}

const letterOf = (kind: LetterKind, visit: Visit, was: Letter["was"] = null): Letter => ({ kind, visit, was });

const read = async (letter: Letter, sender: Sender = SENDER) =>
  PostalMime.parse(await composed(messageOf("01a21a87-0000-7000-8000-000000000001", letter, sender, ENVELOPE)));

test("one sender, one recipient, an answer to the office, and the same id each time", async () => {
  const mail = await read(letterOf("confirmation", visitAt("2026-12-08T09:30")));
  expect(mail.from).toEqual({ name: "Ραντεβού στα ΚΕΠ", address: "no-reply@visits.example" });
  expect(mail.to).toEqual([{ name: "", address: "eleni@example.gr" }]);
  expect(mail.replyTo).toEqual([{ name: "", address: "kep@example.gr" }]);
  expect(mail.subject).toBe("Το ραντεβού σας στο ΚΕΠ Νέας Αυγής: Τρίτη 08/12/2026, 09:30");
  expect(mail.messageId).toBe("<01a21a87-0000-7000-8000-000000000001@visits.example>");
  expect(mail.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
});

test("each letter says what it is about, in words, and nobody's name", async () => {
  const visit = visitAt("2026-12-07T11:20");
  const was = { date: "2026-12-08", time: "10:50", service: "signature", isLive: true };
  const texts = async (...letters: Letter[]) =>
    Promise.all(letters.map(async (letter) => (await read(letter)).text ?? ""));
  const [apology, change, gone, reminder] = await texts(
    letterOf("apology", visit, was),
    letterOf("change", visit, was),
    letterOf("cancellation", { ...visit, isLive: false, status: "cancelled" }, was),
    letterOf("reminder", visit),
  );
  expect(apology).toContain("Σας ζητούμε συγγνώμη");
  expect(apology).toMatch(/Νέα ώρα, νωρίτερα: +Δευτέρα 7 Δεκεμβρίου 2026, στις\u00a011:20/);
  expect(apology).toMatch(/Ήταν: +Τρίτη 8 Δεκεμβρίου 2026, στις\u00a010:50/);
  expect(change).not.toContain("συγγνώμη");
  const [later] = await texts(letterOf("change", visitAt("2026-12-08T11:20"), was));
  expect(later).toMatch(/Νέα ώρα: +Τρίτη 8 Δεκεμβρίου 2026, στις\u00a011:20/);
  expect(gone).toContain("Το ραντεβού σας τη Δευτέρα 7 Δεκεμβρίου 2026");
  expect(gone).toContain("210\u00a0555\u00a00100");
  expect(reminder).toContain("Σας περιμένουμε αύριο, τη Δευτέρα 7 Δεκεμβρίου 2026");
  expect(reminder).toContain("Είσοδος χωρίς σκαλοπάτια");
  const english = await read(letterOf("confirmation", { ...visit, language: "en", serviceName: "Certification" }));
  expect(english.text).toContain("We expect you on Monday 7 December 2026, at\u00a011:20");
  expect([calendarIn(english), calendarIn(await read(letterOf("confirmation", visit)))]).toEqual([
    expect.stringMatching(/^PRODID:.*\/\/EN\r?$/m),
    expect.stringMatching(/^PRODID:.*\/\/EL\r?$/m),
  ]);
  for (const text of [apology, change, gone, reminder, english.text])
    expect(text).not.toMatch(/letter\.|undefined|null/);
});

test("a time that is offered in another office is said to be there, with its address and not the present one's", async () => {
  const now = visitAt("2026-12-08T11:20");
  const until = now.startsAt.subtract({ hours: 40 });
  const there = { name: "ΚΕΠ Λιμανιού", address: "Ακτή 7", postcode: "99020", municipality: "Λιμάνι" };
  const offered = (office: typeof there | null) =>
    letterOf("earlier-offer", { ...now, offer: { office, startsAt: visitAt("2026-12-07T09:00").startsAt, until } });
  const [elsewhere, here] = [await read(offered(there)), await read(offered(null))];
  expect(elsewhere.subject).toBe("Ελευθερώθηκε νωρίτερη ώρα στο ΚΕΠ Λιμανιού: Δευτέρα 07/12/2026, 09:00");
  const text = (elsewhere.text ?? "").replace(/\s+/g, " ");
  expect(text).toMatch(/Νωρίτερη ώρα στο ΚΕΠ Λιμανιού: .* Η ώρα είναι σε άλλο ΚΕΠ: ΚΕΠ Λιμανιού\. .*Την κρατάμε/);
  expect(text).toMatch(/Νέα ώρα: Δευτέρα 7 .* στις 09:00 Πού: ΚΕΠ Λιμανιού, Ακτή 7, 990 20 Λιμάνι Έχετε τώρα:/);
  expect(text).toMatch(/Έχετε τώρα: Τρίτη 8 .* στις 11:20, ΚΕΠ Νέας Αυγής/);
  expect(text).not.toMatch(/Πλατεία Ανεμώνης|Τηλέφωνο:|Είσοδος χωρίς/);
  expect(here.subject).toBe("Ελευθερώθηκε νωρίτερη ώρα: Δευτέρα 07/12/2026, 09:00");
  expect(here.text).toContain("Πλατεία Ανεμώνης");
  expect(here.text).not.toMatch(/άλλο ΚΕΠ/);
});

test("an office without telephone or e-mail promises neither", async () => {
  const mail = await read(letterOf("apology", visitAt("2026-12-08T09:30")), { ...SENDER, phone: null, email: null });
  expect(mail.text).toContain("παρακαλούμε μην απαντήσετε");
  expect(mail.text).toContain("επικοινωνήστε με το ΚΕΠ");
  expect(mail.replyTo).toBeUndefined();
});

const MARKUP = `<script>alert(1)</script><img src=x onerror=alert(1)>"'&`;
const LINES = "α\r\nBcc: thief@example.org\r\n\r\nβ";

test.each([MARKUP, LINES, "=?utf-8?B?PGI+?=", "\u202eπίσω", "a".repeat(900)])(
  "no field adds a header or markup: %#",
  async (evil) => {
    const sender = {
      ...SENDER,
      name: evil,
      nameEn: evil,
      address: evil,
      municipality: evil,
      note: evil,
      accessNotes: evil,
      frame: { senderName: evil, foot: evil, footEn: evil },
    };
    const mail = await read(
      letterOf("confirmation", visitAt("2026-12-08T09:30", { serviceName: evil, bring: evil })),
      sender,
    );
    const names = mail.headers.map(({ key }) => key);
    expect(names.filter((name) => name === "bcc" || name === "cc")).toEqual([]);
    expect(names.length).toBe(new Set(names).size);
    expect(mail.to).toEqual([{ name: "", address: "eleni@example.gr" }]);
    expect(mail.html).not.toMatch(/<script|<img src="(?!cid:)/);
    expect(eventIn(mail).uid).toBe("01a21a87-4591-7d47-bee6-006e4cdac80b@visits.example");
  },
);

/** Made of parts that have been used to reach somebody else. */
const LOCALS = [
  "a",
  "a.b",
  "a+b",
  `"a b"`,
  "a,b",
  "a;b",
  "a b",
  "a\r\nb",
  "a\0b",
  "α",
  "a..b",
  ".a",
  "a.",
  "<a",
  "a>",
  "a(b)",
  "a\\b",
  "a:b",
];
const DOMAINS = [
  "example.gr",
  "example.gr.",
  "ex ample.gr",
  "example",
  "[127.0.0.1]",
  "παράδειγμα.gr",
  "example.gr>",
  "-a.gr",
  "a_b.gr",
  "example.gr,c@d.gr",
  "example.gr\r\nBcc:c@d.gr",
  "EXAMPLE.GR",
  "xn--a.gr",
  "a.1",
  "example.gr;c@d.gr",
  "example..gr",
  "localhost",
];
const HOSTILE = LOCALS.flatMap((local) => DOMAINS.map((domain) => `${local}@${domain}`));

test(`${HOSTILE.length} hostile addresses: refused, or one recipient, which is just that`, async () => {
  let accepted = 0;
  for (const typed of HOSTILE) {
    const checked = normalizeEmail(typed);
    if ("error" in checked) continue;
    accepted++;
    const mail = await read(letterOf("confirmation", visitAt("2026-12-08T09:30", { email: checked.email })));
    expect(mail.to).toEqual([{ name: "", address: checked.email }]);
    expect(checked.email.toLowerCase()).toBe(typed.toLowerCase());
  }
  expect(HOSTILE.length).toBeGreaterThanOrEqual(300);
  expect(accepted).toBeGreaterThan(5);
});

type Parsed = Awaited<ReturnType<typeof read>>;

function calendarIn(mail: Parsed): string {
  const part = mail.attachments.find(({ mimeType }) => mimeType === "text/calendar");
  return typeof part?.content === "string" ? part.content : Buffer.from(part?.content as ArrayBuffer).toString();
}

function eventIn(mail: Parsed): ICAL.Event {
  const calendar = new ICAL.Component(ICAL.parse(calendarIn(mail)));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return new ICAL.Event(calendar.getFirstSubcomponent("vevent") as ICAL.Component);
}

/** Winter and summer, and the days on which the clocks change. */
test.each([
  "2026-12-08T09:30",
  "2026-07-01T09:30",
  "2027-03-28T08:00",
  "2026-10-25T08:00",
  "2027-03-27T23:50",
  "2026-10-25T05:00",
])("%s is that moment in every calendar", async (local) => {
  const visit = visitAt(local);
  const mail = await read(letterOf("change", visit));
  const event = eventIn(mail);
  expect([event.startDate.toString(), event.sequence]).toEqual([`${local}:00`, 3]);
  expect(event.startDate.toUnixTime() * 1_000).toBe(visit.startsAt.epochMilliseconds);
  const other = Object.values(nodeIcal.sync.parseICS(calendarIn(mail))).find(
    (part) => part?.type === "VEVENT",
  ) as VEvent;
  expect(other.start.getTime()).toBe(visit.startsAt.epochMilliseconds);
  expect(other.end?.getTime()).toBe(visit.endsAt.epochMilliseconds);
  expect(other.method).toBe("REQUEST");
});

test("an entry sounds before one sets out, and leads to where the code is asked for: it holds no key", async () => {
  const link = "https://visits.example/link/secret";
  const mail = await read({ ...letterOf("confirmation", visitAt("2026-12-08T09:30", { language: "en" })), link });
  const { component } = eventIn(mail);
  expect(component.getFirstPropertyValue("url")).toBe("https://visits.example/en/book/find");
  const [alarm] = component.getAllSubcomponents("valarm");
  expect(String(alarm?.getFirstPropertyValue("trigger"))).toBe("-PT2H");
  expect(calendarIn(mail)).not.toContain("secret");
});

test("the code lies in the letter as a picture, which needs no server", async () => {
  const mail = await read(letterOf("confirmation", visitAt("2026-12-08T09:30")));
  const picture = mail.attachments.find(({ mimeType }) => mimeType === "image/png");
  expect(mail.html).toContain(`<img src="cid:${picture?.contentId?.replaceAll(/[<>]/g, "")}"`);
  expect(picture?.disposition).toBe("inline");
  expect(Buffer.from(picture?.content as ArrayBuffer).byteLength).toBeLessThan(1_000);
  const gone = await read(
    letterOf("cancellation", visitAt("2026-12-08T09:30", { isLive: false, status: "cancelled" })),
  );
  expect(gone.attachments.filter(({ mimeType }) => mimeType === "image/png")).toEqual([]);
});

test("a cancellation takes away the entry that the confirmation made", async () => {
  const visit = visitAt("2026-12-08T09:30", { isLive: false, status: "cancelled", version: 4 });
  const mail = await read(letterOf("cancellation", visit));
  expect(calendarIn(mail)).toMatch(/METHOD:CANCEL\r?\n/);
  const event = eventIn(mail);
  expect(event.component.getAllSubcomponents("valarm")).toEqual([]);
  expect([event.uid, event.sequence, event.component.getFirstPropertyValue("status")]).toEqual([
    `${visit.id}@visits.example`,
    4,
    "CANCELLED",
  ]);
});

test("HTML is small, and asks nobody for anything", async () => {
  const { html = "" } = await read(
    letterOf("apology", visitAt("2026-12-08T09:30"), {
      date: "2026-12-09",
      time: "10:00",
      service: "signature",
      isLive: true,
    }),
  );
  expect(Buffer.byteLength(html)).toBeLessThan(60_000);
  expect(html).not.toMatch(/<(link|script|iframe)|<img src="(?!cid:)|https?:|url\(/);
});
