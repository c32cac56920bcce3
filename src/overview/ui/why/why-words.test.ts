import { expect, test } from "vitest";
import { textIn } from "../../../text/text.ts";
import type { Explanation } from "../../contract.ts";
import { whyAnswer } from "./why-words.ts";
import "../../../text/pages.ts";

type Part = Explanation["queues"][number]["parts"][number];
const part = (from: string, to: string, why: Part["why"], more: Partial<Part> = {}): Part => ({
  from,
  to,
  why,
  reason: null,
  start: null,
  ...more,
});
const answer = (...queues: Part[][]) =>
  whyAnswer(
    {
      date: "2026-11-27",
      service: "signature",
      minutes: 10,
      queues: queues.map((parts, at) => ({ number: at + 1, name: `Ουρά ${at + 1}`, visitMinutes: 10, parts })),
    },
    textIn("el"),
  );

test("it begins with the first time of any queue, where there is one", () => {
  const late = part("13:00", "14:00", "free", { start: "13:00" });
  const early = part("09:00", "10:00", "free", { start: "09:15" });
  expect(answer([late], [early])).toBe("Υπάρχει ώρα: η πρώτη είναι στις 09:15, Ουρά 2.");
});

test("else with what takes most of the hours, in the words of whoever closed them", () => {
  const closed = part("10:00", "14:00", "exception", { reason: "Συνάντηση" });
  expect(answer([part("08:00", "10:00", "taken"), closed, part("14:00", "20:00", "outside-hours")])).toBe(
    "Δεν υπάρχει ώρα αυτή την ημέρα. Ο κύριος λόγος: Εξαίρεση: Συνάντηση.",
  );
  expect(answer([part("08:00", "20:00", "outside-hours")])).toContain("Εκτός ωραρίου");
  expect(answer()).toContain("καμία ουρά δεν εξυπηρετεί");
});
