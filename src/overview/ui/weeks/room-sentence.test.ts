import { expect, test } from "vitest";
import { roomSentence } from "./room-sentence.ts";
import "../../../text/pages.ts";

const TODAY = "2026-11-24";
const said = (date: string, ...times: string[]) =>
  roomSentence(date, times, TODAY, "el").replaceAll("\u00a0", " ").replaceAll("*", "");

test("what to say when asked for room, with the article of the day", () => {
  expect(said("2026-11-26", "09:30")).toBe("«Έχουμε χώρο την Πέμπτη 26 Νοεμβρίου, στις 09:30.»");
  expect(said("2026-11-30", "09:30", "09:45", "10:15")).toBe(
    "«Έχουμε χώρο τη Δευτέρα 30 Νοεμβρίου, στις 09:30, στις 09:45 ή στις 10:15.»",
  );
  expect(said("2026-11-28", "09:30", "11:00")).toBe("«Έχουμε χώρο το Σάββατο 28 Νοεμβρίου, στις 09:30 ή στις 11:00.»");
});

test("today and tomorrow are said so", () => {
  expect(said(TODAY, "11:30")).toBe("«Έχουμε χώρο σήμερα, Τρίτη 24 Νοεμβρίου, στις 11:30.»");
  expect(said("2026-11-25", "08:00")).toBe("«Έχουμε χώρο αύριο, Τετάρτη 25 Νοεμβρίου, στις 08:00.»");
});
