import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Appointment } from "../../appointments/contract.ts";
import type { Proposal } from "../contract.ts";
import {
  type Choice,
  type ConcernedAppointment,
  choicesFor,
  countsOf,
  decisionsOf,
  notificationAfter,
} from "./decisions.ts";

const at = (time: string, queue = 1, date = "2026-11-25") => ({ date, time, queue });
const proposed = (
  id: string,
  time: string,
  more: Partial<ConcernedAppointment> & { email?: string; phone?: string } = {},
) => {
  const { email = null, phone = null, ...rest } = more;
  const appointment = { id, ...at(time, 2), minutes: 15, version: 3, email, phone } as Appointment;
  return { appointment, place: null, choices: [], notice: "none", isUnderWay: false, ...rest } as ConcernedAppointment;
};
const proposal = (...appointments: ConcernedAppointment[]): Proposal => ({
  appointments,
  earlierMinutes: 30,
  urgentUntil: "2026-11-24T22:42",
  sameTime: 0,
  emails: 0,
  calls: 0,
  withoutPlace: 0,
});
const own = (choices: Readonly<Record<string, Choice>>) => new Map(Object.entries(choices));

describe("what is decided about each", () => {
  test("as proposed; whom nothing was found for stands on the call list; whoever is being served is not asked", () => {
    const all = proposal(
      proposed("a", "10:00", { place: at("10:00") }),
      proposed("b", "10:15"),
      proposed("c", "10:30", { isUnderWay: true }),
    );
    const chosen = choicesFor(all, "move", new Map());
    expect([...chosen]).toEqual([
      ["a", { act: "move", to: at("10:00") }],
      ["b", { act: "call" }],
    ]);
    expect(decisionsOf(all, chosen)).toEqual([
      { act: "move", to: at("10:00"), id: "a", version: 3 },
      { act: "call", id: "b", version: 3 },
      { act: "keep", id: "c", version: 3 },
    ]);
  });

  test("they stay, when only the new ones are to stop", () => {
    const chosen = choicesFor(proposal(proposed("a", "10:00", { place: at("10:00") })), "stay", new Map());
    expect(chosen.get("a")).toEqual({ act: "keep" });
  });

  test("a new proposal keeps her own choices where they still are possible", () => {
    const first = proposed("a", "10:00", { place: at("10:45"), choices: [at("11:00"), at("11:15")] });
    const mine = own({ a: { act: "move", to: at("11:00") }, b: { act: "keep" } });
    const later = proposal(first, proposed("b", "10:15", { place: at("10:15") }));
    expect(choicesFor(later, "move", mine).get("a")).toEqual({ act: "move", to: at("11:00") });
    expect(choicesFor(later, "move", mine).get("b")).toEqual({ act: "keep" });
    const gone = proposal({ ...first, choices: [at("11:15")] });
    expect(choicesFor(gone, "move", mine).get("a")).toEqual({ act: "move", to: at("10:45") });
  });

  test("earlier than the office moves anybody goes only whom its head chooses", () => {
    const early = [at("11:45"), at("11:00")];
    const all = proposal(
      proposed("a", "12:15", { place: at("12:00") }),
      proposed("b", "12:15", { place: at("12:00"), choices: early }),
      proposed("c", "12:15", { place: at("12:00"), choices: early.slice(1) }),
    );
    const chosen = choicesFor(all, "move", new Map());
    expect([chosen.get("b"), chosen.get("c")]).toEqual([{ act: "move", to: at("11:45") }, { act: "call" }]);
    const mine = own({ c: { act: "move", to: at("11:00") } });
    expect(choicesFor(all, "move", mine).get("c")).toEqual({ act: "move", to: at("11:00") });
  });

  test("to an earlier time that is near goes only whom the head chooses", () => {
    const all = proposal(
      proposed("a", "12:15", { place: at("12:00") }),
      proposed("b", "12:15", { place: at("12:00"), choices: [at("11:45")] }),
      proposed("c", "12:15", { place: at("12:00"), choices: [at("12:30")] }),
    );
    const chosen = choicesFor({ ...all, urgentUntil: "2026-11-25T11:46" }, "move", new Map());
    expect([chosen.get("b"), chosen.get("c")]).toEqual([{ act: "call" }, { act: "move", to: at("12:30") }]);
    expect(choicesFor(all, "move", new Map()).get("b")).toEqual({ act: "move", to: at("11:45") });
  });

  test("where her own choice lies in the way of a new proposal, that one gives way", () => {
    const mine = own({ b: { act: "move", to: at("10:45") } });
    const all = proposal(
      proposed("a", "10:00", { place: at("10:50"), choices: [at("11:15")] }),
      proposed("b", "10:15", { place: at("10:15"), choices: [at("10:45")] }),
    );
    expect(choicesFor(all, "move", mine).get("a")).toEqual({ act: "move", to: at("11:15") });
  });

  test("no two ever get places that overlap", () => {
    const place = fc.record({
      date: fc.constantFrom("2026-11-25", "2026-11-26"),
      time: fc.constantFrom("10:00", "10:05", "10:10", "10:30"),
      queue: fc.constantFrom(1, 3),
    });
    const anyone = fc.record({ place, choices: fc.array(place, { maxLength: 4 }), wish: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 8 }), (people) => {
        const all = proposal(
          ...people.map(({ place, choices }, index) => proposed(`${index}`, "09:00", { place, choices })),
        );
        const wishes = people.flatMap(({ choices, wish }, index) => {
          const to = choices[wish];
          return to ? [[`${index}`, { act: "move", to }] as const] : [];
        });
        const moves = [...choicesFor(all, "move", new Map(wishes)).values()].flatMap((choice) =>
          choice.act === "move" ? [choice.to] : [],
        );
        const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
        for (const [index, a] of moves.entries())
          for (const b of moves.slice(index + 1))
            expect(a.date !== b.date || a.queue !== b.queue || Math.abs(minute(a.time) - minute(b.time)) >= 15).toBe(
              true,
            );
      }),
    );
  });
});

describe("who is told how", () => {
  const move = (time: string, date?: string): Choice => ({ act: "move", to: at(time, 1, date) });
  const [email, phone] = ["a@example.gr", "+306944123456"];
  const both = proposed("a", "10:00", { email, phone });
  const mailed = proposed("b", "10:00", { email });
  const called = proposed("c", "10:00", { phone });
  const unknown = proposed("d", "10:00");
  const [near, far] = ["2026-11-25T10:01", "2026-11-25T10:00"];

  test.each([
    [both, ["email-and-call", "email"]],
    [mailed, ["email", "email"]],
    [called, ["call", "call"]],
    [unknown, ["impossible", "impossible"]],
  ] as const)("of another time, near and far", (one, told) => {
    expect([near, far].map((until) => notificationAfter(one, move("10:15"), until))).toEqual(told);
    // Earlier, the new time is the nearer one.
    expect(notificationAfter(one, move("09:45"), far)).toBe(told[0]);
    expect(notificationAfter(one, move("10:00", "2026-11-26"), near)).toBe(told[0]);
  });

  test("of none, by a call; of the same one, not at all", () => {
    for (const until of [near, far]) {
      const told = [both, mailed, called, unknown].map((one) => notificationAfter(one, { act: "call" }, until));
      expect(told).toEqual(["call", "impossible", "call", "impossible"]);
      for (const one of [both, unknown]) {
        expect(notificationAfter(one, move("10:00"), until)).toBe("none");
        expect(notificationAfter(one, { act: "keep" }, until)).toBe("kept");
      }
    }
  });
});

test("the counts follow the choices", () => {
  const all = proposal(
    proposed("a", "10:00", { place: at("10:00") }),
    proposed("b", "10:15", { place: at("10:45"), email: "b@example.gr", phone: "+306944123457" }),
    proposed("c", "10:30", { place: at("11:00"), phone: "+306944123456" }),
    proposed("d", "10:45"),
    proposed("e", "09:45", { isUnderWay: true }),
  );
  expect(countsOf(all, choicesFor(all, "move", new Map()))).toEqual({
    concerned: 5,
    moved: 3,
    kept: 2,
    sameTime: 1,
    emails: 1,
    calls: 1,
    withoutPhone: 1,
    withoutPlace: 1,
  });
  const near = countsOf({ ...all, urgentUntil: "2026-11-25T12:00" }, choicesFor(all, "move", new Map()));
  expect(near).toMatchObject({ emails: 1, calls: 2, withoutPhone: 1 });
  expect(countsOf(all, choicesFor(all, "stay", new Map()))).toMatchObject({ moved: 0, kept: 5, emails: 0, calls: 0 });
});
