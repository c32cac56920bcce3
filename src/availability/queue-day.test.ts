import fc from "fast-check";
import { expect, test } from "vitest";
import { clockText, localDay, minuteOfDay } from "../platform/time.ts";
import type { Facts, OfQueue } from "./facts.ts";
import { overlaps } from "./intervals.ts";
import { freeStarts, longestVisit, openParts, type QueueDay, queueDays, refusalOf, visitMinutes } from "./queue-day.ts";

const TUESDAY = Temporal.PlainDate.from("2026-11-24");
const day = localDay(TUESDAY);

function facts(changes: Partial<Facts> = {}): Facts {
  return {
    queues: [{ number: 1, active: true, slotMinutes: 15, public: false }],
    hours: [{ queue: 1, weekday: 2, opens: 480, closes: 840, validFrom: null, validTo: null }],
    activity: [],
    closed: [],
    extra: [],
    taken: [],
    ...changes,
  };
}

const at = (text: string) => day.at(minuteOfDay(text));
const part = (from: string, to: string): OfQueue => ({ queue: 1, from: at(from), to: at(to) });
const only = (given: Facts) => queueDays(given, day)[0] as QueueDay;
const free = (given: Facts, minutes = 15) =>
  freeStarts(only(given), day, minutes).map((start) => clockText(day.minuteOf(start)));

test("an open day offers every slot of its hours", () => {
  const times = free(facts());
  expect(times).toHaveLength(24);
  expect(times[0]).toBe("08:00");
  expect(times.at(-1)).toBe("13:45");
});

const visit = (from: string, to: string) => ({ ...part(from, to), isOnline: false });

test("a visit takes its service's minutes rounded up to whole slots", () => {
  expect(visitMinutes(15, 5)).toBe(15);
  expect(visitMinutes(15, 16)).toBe(30);
  expect(free(facts(), 20).at(-1)).toBe("13:30");
});

test("an exception takes its part and says its reason", () => {
  const closed = [{ ...part("12:00", "13:00"), kind: "exception" as const, reason: "υπηρεσιακή συνάντηση" }];
  const given = facts({ closed });
  expect(free(given)).not.toContain("12:00");
  expect(free(given)).toContain("11:45");
  expect(free(given, 30)).not.toContain("11:45");
  expect(refusalOf(only(given), day, visit("12:15", "12:30"))).toEqual({
    why: "slot-closed-reason",
    closed: closed[0],
  });
  expect(openParts(only(given))).toEqual([
    { from: at("08:00"), to: at("12:00") },
    { from: at("13:00"), to: at("14:00") },
  ]);
});

test("every empty time explains itself", () => {
  const given = facts({ taken: [part("09:00", "09:30")] });
  const why = (from: string, to: string) => refusalOf(only(given), day, visit(from, to))?.why;
  expect(why("09:15", "09:30")).toBe("slot-taken");
  expect(why("08:50", "09:05")).toBe("slot-off-grid");
  expect(why("07:00", "07:15")).toBe("slot-closed");
  expect(why("13:45", "14:15")).toBe("slot-too-short");
  expect(why("09:30", "09:45")).toBeUndefined();
  expect(
    refusalOf(
      only(facts({ queues: [{ number: 1, active: false, slotMinutes: 15, public: false }] })),
      day,
      visit("09:30", "09:45"),
    )?.why,
  ).toBe("queue-inactive");
});

test("what was booked online goes only where citizens see the queue", () => {
  const online = { ...visit("09:30", "09:45"), isOnline: true };
  expect(refusalOf(only(facts()), day, online)?.why).toBe("queue-hidden");
  const shown = facts({ queues: [{ number: 1, active: true, slotMinutes: 15, public: true }] });
  expect(refusalOf(only(shown), day, online)).toBeNull();
});

test("hours outside their validity do not count", () => {
  const hours = [{ queue: 1, weekday: 2, opens: 480, closes: 840, validFrom: "2026-12-01", validTo: null }];
  expect(free(facts({ hours }))).toEqual([]);
});

test("the night the clock jumps forward has no time that does not exist", () => {
  const sunday = localDay(Temporal.PlainDate.from("2027-03-28"));
  const hours = [{ queue: 1, weekday: 7, opens: 120, closes: 300, validFrom: null, validTo: null }];
  const [queueDay] = queueDays(facts({ hours }), sunday) as [QueueDay];
  const times = freeStarts(queueDay, sunday, 15).map((start) => clockText(sunday.minuteOf(start)));
  expect(times).toEqual(["02:00", "02:15", "02:30", "02:45", "04:00", "04:15", "04:30", "04:45"]);
});

test("the night the clock goes back offers each local time once", () => {
  const sunday = localDay(Temporal.PlainDate.from("2027-10-31"));
  const hours = [{ queue: 1, weekday: 7, opens: 120, closes: 300, validFrom: null, validTo: null }];
  const [queueDay] = queueDays(facts({ hours }), sunday) as [QueueDay];
  const times = freeStarts(queueDay, sunday, 15).map((start) => clockText(sunday.minuteOf(start)));
  expect(new Set(times).size).toBe(times.length);
  expect(times).toHaveLength(12);
});

const slots = fc.integer({ min: 0, max: 23 });
const someTaken = fc
  .uniqueArray(slots)
  .map((list) => list.map((slot) => ({ queue: 1, from: at("08:00") + slot * 15, to: at("08:00") + slot * 15 + 15 })));
const someClosed = fc.array(fc.tuple(slots, fc.integer({ min: 1, max: 200 }))).map((list) =>
  list.map(([slot, length]) => ({
    queue: null,
    from: at("08:00") + slot * 15 - 7,
    to: at("08:00") + slot * 15 - 7 + length,
    kind: "exception" as const,
    reason: "",
  })),
);
const lengths = fc.constantFrom(5, 10, 15, 20, 30, 60);

test("a free visit never touches a taken one, a closed part or the end of the hours", () => {
  fc.assert(
    fc.property(someTaken, someClosed, lengths, (taken, closed, minutes) => {
      const queueDay = only(facts({ taken, closed }));
      for (const from of freeStarts(queueDay, day, minutes)) {
        const visit = { from, to: from + visitMinutes(15, minutes), isOnline: false };
        expect([...taken, ...closed].some((other) => overlaps(other, visit))).toBe(false);
        expect(visit.to).toBeLessThanOrEqual(at("14:00"));
        expect(refusalOf(queueDay, day, visit)).toBeNull();
      }
    }),
  );
});

test("what is not offered has a reason", () => {
  fc.assert(
    fc.property(someTaken, someClosed, lengths, (taken, closed, minutes) => {
      const queueDay = only(facts({ taken, closed }));
      const offered = new Set(freeStarts(queueDay, day, minutes));
      for (let from = at("07:00"); from < at("15:00"); from += 5) {
        const refused = refusalOf(queueDay, day, { from, to: from + visitMinutes(15, minutes), isOnline: false });
        expect(refused === null).toBe(offered.has(from));
      }
    }),
  );
});

const someExtra = fc.array(fc.tuple(fc.integer({ min: 0, max: 160 }), fc.integer({ min: 1, max: 40 }))).map((list) =>
  list.map(([start, length]) => ({
    queue: start % 2 === 0 ? 1 : null,
    from: at("07:00") + start * 5,
    to: at("07:00") + (start + length) * 5,
  })),
);

test("extra hours in the morning come before the day's own", () => {
  const given = facts({ extra: [part("07:00", "08:00")] });
  expect(only(given).hours).toEqual(
    [part("07:00", "08:00"), part("08:00", "14:00")].map(({ from, to }) => ({ from, to })),
  );
  expect(free(given).slice(3, 5)).toEqual(["07:45", "08:00"]);
});

test("weekly hours laid over extra ones leave them what they don't cover", () => {
  const hours = [{ queue: 1, weekday: 2, opens: 480, closes: 960, validFrom: null, validTo: null }];
  const extra = [part("15:05", "18:00")];
  expect(only(facts({ hours, extra })).hours).toEqual([
    { from: at("08:00"), to: at("16:00") },
    { from: at("16:00"), to: at("18:00") },
  ]);
  expect(free(facts({ hours, extra })).filter((time) => time > "15")).not.toContain("15:05");
});

test("no two grids overlap, and whatever is open without extra hours is open with them", () => {
  fc.assert(
    fc.property(someExtra, (extra) => {
      const { hours } = only(facts({ extra }));
      for (const [index, one] of hours.entries())
        for (const other of hours.slice(index + 1)) expect(overlaps(one, other)).toBe(false);
      expect(hours).toEqual(expect.arrayContaining([...only(facts()).hours]));
    }),
  );
});

test("extra hours never remove a free slot", () => {
  fc.assert(
    fc.property(someTaken, someClosed, someExtra, someExtra, lengths, (taken, closed, extra, more, minutes) => {
      const before = freeStarts(only(facts({ taken, closed, extra })), day, minutes);
      const after = freeStarts(only(facts({ taken, closed, extra: [...extra, ...more] })), day, minutes);
      expect(after).toEqual(expect.arrayContaining(before));
    }),
  );
});

test("adding an exception never adds a free slot", () => {
  fc.assert(
    fc.property(someTaken, someClosed, someClosed, lengths, (taken, closed, more, minutes) => {
      const before = new Set(freeStarts(only(facts({ taken, closed })), day, minutes));
      const after = freeStarts(only(facts({ taken, closed: [...closed, ...more] })), day, minutes);
      expect(after.filter((start) => !before.has(start))).toEqual([]);
    }),
  );
});

test("the longest visit is just the one that could begin if nobody had taken anything, also when the clock changes", () => {
  const minute = fc.integer({ min: 0, max: 540 });
  const parts = fc.array(fc.tuple(minute, fc.integer({ min: 1, max: 240 })), { maxLength: 4 });
  const given = fc.record({
    date: fc.constantFrom("2026-11-24", "2027-03-28", "2027-10-31"),
    hours: parts,
    closed: parts,
    taken: parts,
    slotMinutes: fc.constantFrom(10, 15, 20),
    active: fc.boolean(),
  });
  fc.assert(
    fc.property(given, ({ date, slotMinutes, active, ...rules }) => {
      const someDay = localDay(Temporal.PlainDate.from(date));
      const placed = (list: readonly (readonly [number, number])[]) =>
        list.map(([from, length]) => ({ from: someDay.from + from, to: someDay.from + from + length }));
      const queueDay: QueueDay = {
        queue: { number: 1, active, public: true, slotMinutes },
        hours: placed(rules.hours),
        closed: placed(rules.closed).map((each) => ({ ...each, queue: 1, kind: "exception", reason: "" })),
        taken: placed(rules.taken),
      };
      const longest = longestVisit(queueDay, someDay);
      const empty = { ...queueDay, taken: [] };
      if (longest > 0) expect(freeStarts(empty, someDay, longest)).not.toEqual([]);
      expect(freeStarts(empty, someDay, longest + 1)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
