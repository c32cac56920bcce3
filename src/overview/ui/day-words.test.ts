import { describe, expect, test } from "vitest";
import { textIn } from "../../text/text.ts";
import "../../text/english.ts";
import type { DayRoom, Room } from "../contract.ts";
import { dayName, dayWords } from "./day-words.ts";
import "../../text/pages.ts";

const t = textIn("el");
const room = (changes: Partial<Room> = {}): Room => ({
  number: 1,
  free: 5,
  offered: 28,
  taken: 3,
  closed: null,
  ...changes,
});
const day = (changes: Partial<DayRoom> = {}): DayRoom => ({
  date: "2026-11-26",
  isPast: false,
  holiday: null,
  closed: null,
  queues: [room()],
  ...changes,
});

describe("a day says how much room it has", () => {
  test("so many visits, one in the singular", () => {
    expect(dayWords(day({ queues: [room(), room({ number: 2, free: 7 })] }), t)).toBe("12\u00a0ελεύθερες");
    expect(dayWords(day({ queues: [room({ free: 1 })] }), t)).toBe("1\u00a0ελεύθερη");
  });

  test("full, or over, or closed and why", () => {
    expect(dayWords(day({ queues: [room({ free: 0 })] }), t)).toBe("πλήρης");
    expect(dayWords(day({ queues: [room({ free: 0, offered: 0 })] }), t)).toBe("τέλος ωραρίου");
    expect(dayWords(day({ closed: { kind: "holiday", reason: "Χριστούγεννα" } }), t)).toBe("αργία: Χριστούγεννα");
    expect(dayWords(day({ closed: { kind: "exception", reason: "Απεργία" } }), t)).toBe("κλειστά: Απεργία");
    expect(dayWords(day({ closed: { kind: "hours", reason: null } }), t)).toBe("κλειστά");
    expect(dayWords(day({ closed: { kind: "inactive", reason: null } }), t)).toBe("καμία ενεργή ουρά");
  });

  test("a holiday by its name in the reader's language, a closure in the words of who decided it", () => {
    const christmas = { kind: "holiday", reason: "Χριστούγεννα", reasonEn: "Christmas Day" } as const;
    expect(dayWords(day({ closed: christmas }), t)).toBe("αργία: Χριστούγεννα");
    expect(dayWords(day({ closed: christmas }), textIn("en"))).toBe("holiday: Christmas Day");
    expect(dayWords(day({ closed: { kind: "closure", reason: "Απεργία" } }), textIn("en"))).toBe("closed: Απεργία");
  });

  test("past, what there was", () => {
    expect(dayWords(day({ isPast: true }), t)).toBe("3\u00a0ραντεβού");
    expect(dayWords(day({ isPast: true, queues: [room({ taken: 0 })] }), t)).toBe("κανένα ραντεβού");
    const sunday = day({ isPast: true, queues: [room({ taken: 0 })], closed: { kind: "hours", reason: null } });
    expect(dayWords(sunday, t)).toBe("κλειστά");
  });
});

describe("its whole name", () => {
  const queues = [1, 2, 3].map((number) => ({ number, name: `Ουρά ${number}`, active: number < 3 }));
  const name = (changes: Partial<DayRoom>, date = "2026-11-24") =>
    dayName(day(changes), { queues, now: { date, time: "08:00" } }, t, "el");

  test("names each queue that serves", () => {
    const rooms = [room(), room({ number: 2, free: 7 }), room({ number: 3, free: 0 })];
    expect(name({ queues: rooms })).toBe("Πέμπτη 26 Νοεμβρίου: 12\u00a0ελεύθερες, Ουρά 1: 5 από 28, Ουρά 2: 7 από 28");
  });

  test("says today, half a holiday, and why one queue does not serve", () => {
    const closed = { kind: "exception", reason: "Απουσία υπαλλήλου" } as const;
    const rooms = [room(), room({ number: 2, free: 0, offered: 0, closed })];
    expect(name({ queues: rooms, holiday: "Παραμονή Χριστουγέννων" }, "2026-11-26")).toBe(
      "Πέμπτη 26 Νοεμβρίου, σήμερα: 5\u00a0ελεύθερες, Παραμονή Χριστουγέννων, Ουρά 1: 5 από 28, " +
        "Ουρά 2: κλειστά: Απουσία υπαλλήλου",
    );
    const off = room({ number: 2, free: 0, offered: 0, closed: { kind: "hours", reason: null } });
    expect(name({ queues: [off] })).toContain("Ουρά 2: εκτός ωραρίου");
  });

  test("of a day without room is short", () => {
    expect(name({ isPast: true })).toBe("Πέμπτη 26 Νοεμβρίου: 3\u00a0ραντεβού, πέρασε");
    expect(name({ closed: { kind: "holiday", reason: "Πρωτομαγιά" } })).toBe("Πέμπτη 26 Νοεμβρίου: αργία: Πρωτομαγιά");
  });
});
