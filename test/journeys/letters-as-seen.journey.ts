import { expect } from "@playwright/test";
import { letterHtml } from "../../src/mail/letter/letter-html.ts";
import { pageOf } from "../../src/mail/letter/letter-page.ts";
import type { Letter } from "../../src/mail/letter.ts";
import { LETTER_KINDS, type LetterKind } from "../../src/mail/rules.ts";
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

/** To a mailbox of which nobody knows whose it is nothing is said of an appointment; a wish has none. */
const SAYS: Partial<Record<LetterKind, string>> = {
  "address-link": "Αν δεν το ζητήσατε εσείς",
  "wish-link": "Να σας γράψουμε όταν ελευθερωθεί ώρα;",
};

for (const colorScheme of ["light", "dark"] as const)
  for (const kind of LETTER_KINDS)
    test(`${kind}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const isOver = kind === "cancellation";
      const visit: Visit = isOver ? { ...VISIT, isLive: false, status: "cancelled" } : VISIT;
      const was = { date: "2026-12-10", time: "10:50", service: "signature", isLive: true };
      const isChange = kind === "change" || kind === "apology" || isOver;
      const letter: Letter = { kind, visit, was: isChange ? was : null, link: "https://visits.example/link/abc" };
      await page.setContent(letterHtml(pageOf(letter, SENDER)));
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("main")).toContainText(SAYS[kind] ?? "8 Δεκεμβρίου 2026");
      await atEachOfThreeWidths(page, `${kind}, ${colorScheme}`);
    });
