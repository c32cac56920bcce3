import { expect, test } from "vitest";
import { aQueue, aSheet, aVisit } from "../../../test/day-sheet.ts";
import { textIn } from "../../text/text.ts";
import { type SheetLine, sheetLines } from "./lines.ts";
import "../../text/server.ts";

const wording = { t: textIn("el"), language: "el" } as const;

const said = (lines: readonly SheetLine[]) =>
  lines.map((line) => {
    if (line.kind === "visit") return `${line.time} ${line.visit.queue}${line.isHour ? " hour" : ""}`;
    return line.kind === "closed" ? `${line.queue ?? "all"}: ${line.text}` : line.kind;
  });

const meeting = {
  from: "12:00",
  to: "13:00",
  kind: "exception",
  reason: "υπηρεσιακή συνάντηση",
  decided: null,
  exception: null,
  region: null,
} as const;

test("by time: a thick line at each hour, and closed time where it begins", () => {
  const sheet = aSheet({
    queues: [aQueue(1), aQueue(2, [meeting])],
    visits: [aVisit("11:45", 1), aVisit("12:00", 1), aVisit("12:30", 1)],
  });
  expect(said(sheetLines(sheet, wording))).toEqual([
    "11:45 1",
    "2: Εξαίρεση 12:00–13:00, υπηρεσιακή συνάντηση",
    "12:00 1",
    "12:30 1",
  ]);
});

test("what closes all queues is said once, and what closes some of them says which", () => {
  const strike = {
    from: "00:00",
    to: "24:00",
    kind: "closure",
    reason: "Απεργία",
    decided: null,
    exception: null,
    region: null,
  } as const;
  const all = aSheet({ queues: [1, 2, 3].map((number) => aQueue(number, [strike])), visits: [] });
  expect(said(sheetLines(all, wording))).toEqual(["all: Κλειστά όλη την ημέρα, Απεργία"]);
  const some = aSheet({ queues: [aQueue(1, [meeting]), aQueue(2), aQueue(3, [meeting])], visits: [] });
  expect(said(sheetLines(some, wording))).toEqual(["all: Ουρές 1, 3: Εξαίρεση 12:00–13:00, υπηρεσιακή συνάντηση"]);
});

test("by queue: each under its name, with how many there are", () => {
  const sheet = aSheet({
    order: "queue",
    queues: [aQueue(1), aQueue(2)],
    visits: [aVisit("08:00", 2), aVisit("08:15", 1), aVisit("09:00", 2)],
  });
  const lines = sheetLines(sheet, wording);
  expect(said(lines)).toEqual(["queue", "08:15 1", "queue", "08:00 2", "09:00 2 hour"]);
  expect(lines[2]).toMatchObject({ name: "Ουρά 2: Άρης Καστανάς", count: 2 });
});
