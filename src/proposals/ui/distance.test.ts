import { expect, test } from "vitest";
import { textIn } from "../../text/text.ts";
import { placeAndDistance } from "./distance.ts";
import "../../text/pages.ts";

test.each([
  ["10:30", "2026-11-25", "10:30, Ουρά 3 (ίδια ώρα)"],
  ["10:45", "2026-11-25", "10:45, Ουρά 3 (15′ αργότερα)"],
  ["10:15", "2026-11-25", "10:15, Ουρά 3 (15′ νωρίτερα)"],
  ["11:30", "2026-11-25", "11:30, Ουρά 3 (1\u00a0ώρα αργότερα)"],
  ["12:30", "2026-11-25", "12:30, Ουρά 3 (2\u00a0ώρες αργότερα)"],
  ["09:00", "2026-11-25", "09:00, Ουρά 3 (1\u00a0ω. 30′ νωρίτερα)"],
  ["10:30", "2026-11-26", "Πέμ 26/11, 10:30, Ουρά 3"],
])("from 10:30 of the 25th to %s of %s", (time, date, words) => {
  const place = { date, time, queue: 3 };
  expect(
    placeAndDistance({ date: "2026-11-25", time: "10:30" }, { ...place, queueName: "Ουρά 3" }, "el", textIn("el")),
  ).toBe(words);
});
