import { expect } from "@playwright/test";
import type { DrawLetter } from "../../src/mail/draws/draw-letter.ts";
import { letterHtml } from "../../src/mail/letter/letter-html.ts";
import { pageOf } from "../../src/mail/letter/letter-page.ts";
import type { Letter } from "../../src/mail/letter.ts";
import { isOfDraw, LETTER_KINDS, type LetterKind } from "../../src/mail/rules.ts";
import { NOTHING_MORE, type Sender, type Visit } from "../../src/mail/visit-sql.ts";
import { atEachOfThreeWidths } from "./accessible.ts";
import { test } from "./journey.ts";

/** Letters as a mail program shows them, in the light and in the dark. */

const STARTS = Temporal.Instant.from("2026-12-08T09:30:00+02:00");
const VISIT: Visit = {
  id: "01a21a87-4591-7d47-bee6-006e4cdac80b",
  reference: "731904268",
  email: "eleni@example.gr",
  language: "el",
  status: "booked",
  isLive: true,
  startsAt: STARTS,
  endsAt: STARTS.add({ minutes: 10 }),
  date: "2026-12-08",
  time: "09:30",
  service: "signature",
  serviceName: "Βεβαίωση γνησίου υπογραφής",
  minutes: 10,
  ...NOTHING_MORE,
  bring: "ταυτότητα ή διαβατήριο\nτο έγγραφο που θα υπογράψετε, ανυπόγραφο",
  version: 1,
  heldUntil: STARTS,
};
const SENDER: Sender = {
  name: "ΚΕΠ Νέας Αυγής",
  nameEn: "KEP Nea Avgi",
  address: "Πλατεία Ανεμώνης 4",
  postcode: "99012",
  municipality: "Νέα Αυγή",
  phone: "+302105550100",
  email: "kep@example.gr",
  accessNotes: "Κουδούνι δεξιά",
  access: { stepFreeEntrance: true, lift: true, accessibleWc: null, disabledParking: null },
  note: "Το ΚΕΠ γιορτάζει 25 χρόνια.",
  noteEn: null,
  isOpenToCitizens: true,
  frame: {
    senderName: "Ραντεβού στα ΚΕΠ",
    foot: "Τα στοιχεία σας χρησιμοποιούνται μόνο γι’ αυτό το ραντεβού.",
    footEn: null,
  },
};

const hour = (text: string) => Temporal.Instant.from(`${text}+02:00`);
const day = (text: string) => Temporal.PlainDate.from(text);

/** As in the draw of the pages' pictures: 96 places, 312 wishes. */
const DRAW: DrawLetter["wish"]["news"]["draw"] = {
  number: 7,
  service: "vehicle",
  state: "drawn",
  offices: [1],
  hasPlaces: true,
  opensAt: hour("2026-11-23T08:00"),
  closesAt: hour("2026-11-27T14:00"),
  needUntil: hour("2026-11-27T12:00"),
  answerUntil: hour("2026-11-30T20:00"),
  releaseAt: hour("2026-12-02T10:00"),
  firstDay: day("2026-12-07"),
  lastDay: day("2026-12-13"),
  emailPercent: 10,
  phonePercent: 10,
  needPercent: 8,
  needDays: 7,
  moves: 1,
  secretSeal: null,
  sealedAt: null,
  listSeal: null,
  listEntry: null,
  closedAt: null,
  auditHead: null,
  seed: null,
  drawnAt: null,
  releasedAt: null,
  settledEvents: 0,
  runningAt: null,
  outageMinutes: 0,
  needInVain: 0,
};
const WISH_FOR_DRAW: DrawLetter["wish"]["news"]["wish"] = {
  draw: 7,
  number: "4817",
  office: 1,
  visit: VISIT.id,
  kind: "email",
  units: 1,
  first: "day",
  others: true,

  dayParts: [
    ["2026-12-08", 0],
    ["2026-12-10", 2],
  ],
  offices: [1],
  salt: "",
  madeAt: STARTS,
  isConfirmed: true,
  place: 44,
  told: null,
};

const letterOfDraw = (kind: DrawLetter["kind"]): DrawLetter => ({
  kind,
  visit: VISIT,
  was: null,
  place: { date: VISIT.date, time: VISIT.time, queue: 1 },
  wish: {
    news: {
      draw: DRAW,
      wish: WISH_FOR_DRAW,
      result: {
        draw: 7,
        wish: "4817",
        turn: 1,
        office: 1,
        date: day(VISIT.date),
        part: 0,
        at: 3,
        choice: 1,
        hold: VISIT.id,
        until: DRAW.answerUntil,
        madeAt: DRAW.closesAt,
        answer: null,
      },
      stands: "drawn",
      fingerprint: "011d 0998 fafe e772",
      odds: { wishes: 312, drawn: 91, ahead: 28, passedBefore: 14 },
      isOpen: true,
      isAnswerTimeOver: false,
      isPassedOn: false,
      next: { ...DRAW, number: 8, firstDay: day("2026-12-14"), lastDay: day("2026-12-20"), state: "sealed" },
    },
    offices: new Map([[1, SENDER]]),
  },
});

/** To a mailbox of which nobody knows whose it is nothing is said of an appointment; a wish has none. */
const SAYS: Partial<Record<LetterKind, string>> = {
  "address-link": "Αν δεν το ζητήσατε εσείς",
  "wish-link": "Να σας γράψουμε όταν ελευθερωθεί ώρα;",
  "draw-link": "Μετρά μόλις την επιβεβαιώσετε",
  "draw-wish": "Κ\u00a04817",
  "not-drawn": "περιμένουν 28",
};

for (const colorScheme of ["light", "dark"] as const)
  for (const kind of LETTER_KINDS)
    test(`${kind}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const isOver = kind === "cancellation";
      const visit: Visit = isOver ? { ...VISIT, isLive: false, status: "cancelled" } : VISIT;
      const was = { date: "2026-12-10", time: "10:50", service: "signature", isLive: true };
      const isChange = kind === "change" || kind === "apology" || isOver;
      const pages = "https://visits.example";
      const told: Letter = isOfDraw(kind) ? letterOfDraw(kind) : { kind, visit, was: isChange ? was : null };
      const letter: Letter = { ...told, link: `${pages}/link/abc`, pages };
      await page.setContent(letterHtml(pageOf(letter, SENDER)));
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("main")).toContainText(SAYS[kind] ?? "8 Δεκεμβρίου 2026");
      await atEachOfThreeWidths(page, `${kind}, ${colorScheme}`);
    });
