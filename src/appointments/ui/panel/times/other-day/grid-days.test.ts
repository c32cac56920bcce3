import { expect, test } from "vitest";
import type { DayRoom } from "../../../../../overview/contract.ts";
import { textIn } from "../../../../../text/text.ts";
import { fullWords, type GridDay, gridWeeks, shortWords } from "./grid-days.ts";
import "../../../../../text/beside.ts";

const monday = "2026-11-30";
const room = (date: string, closed: DayRoom["closed"], free: number, offered: number): DayRoom => ({
  date,
  isPast: false,
  holiday: null,
  closed,
  queues: [1, 2].map((number) => ({ number, free: number === 1 ? free : 0, offered, taken: 0, closed })),
});
const known = {
  today: "2026-12-02",
  queue: 1,
  days: [
    {
      date: "2026-12-03",
      times: [
        { time: "09:00", queues: [1] },
        { time: "09:15", queues: [2] },
      ],
    },
  ],
  rooms: [
    room("2026-12-03", null, 6, 24),
    room("2026-12-04", null, 0, 24),
    room("2026-12-05", { kind: "holiday", reason: "Εορτή της πόλης" }, 0, 0),
    room("2026-12-06", { kind: "hours", reason: null }, 0, 0),
  ],
};
const at = (date: string, more: Partial<Parameters<typeof gridWeeks>[1]> = {}): GridDay =>
  gridWeeks(monday, { ...known, ...more })
    .flat()
    .find((day) => day.date === date) as GridDay;
/** Where a word may break, a hyphen. */
const words = (day: GridDay) => [
  shortWords(day, textIn("el")).replace("\u00ad", "-"),
  fullWords(day, textIn("el")).replace("\u00a0", " "),
];

test("four weeks from Monday on", () => {
  const weeks = gridWeeks(monday, known);
  expect(weeks.map((days) => [days.length, days[0]?.date])).toEqual([
    [7, "2026-11-30"],
    [7, "2026-12-07"],
    [7, "2026-12-14"],
    [7, "2026-12-21"],
  ]);
});

test("a day with room has the number of its queue's times, and how much of it is left", () => {
  expect(at("2026-12-03")).toMatchObject({ state: "free", free: 1, share: 0.25 });
  expect(at("2026-12-03", { queue: null }).free).toBe(2);
  expect(words(at("2026-12-03"))).toEqual(["", "1 ελεύθερη ώρα"]);
});

test("without room it says why: full, a holiday by its name, closed on Sundays, or past", () => {
  expect(words(at("2026-12-04"))).toEqual(["πλή-ρης", "πλήρης"]);
  expect(words(at("2026-12-05"))).toEqual(["αρ-γία", "αργία: Εορτή της πόλης"]);
  expect(words(at("2026-12-06"))).toEqual(["κλει-στά", "κλειστά"]);
  expect(words(at("2026-12-01"))).toEqual(["", "πέρασε"]);
});

test("nothing is called full before it is known", () => {
  expect(at("2026-12-04", { days: undefined }).state).toBe("unknown");
  expect(at("2026-12-08").state).toBe("unknown");
});
