import { describe, expect, test } from "vitest";
import type { Appointment } from "../appointments/contract.ts";
import type { Ticket } from "./contract.ts";
import { lineOf, whoWaits } from "./rules.ts";

const SLACK = 15;
const at = (time: string) => `2026-11-24T${time}:00+02:00`;
const appointment = (id: string, time: string, arrived: string, more: Partial<Appointment> = {}) =>
  ({
    id,
    time,
    statusAt: at(arrived),
    status: "arrived",
    date: "2026-11-24",
    queue: 1,
    counter: null,
    calledAt: null,
    version: 2,
    channel: "phone",
    createdAt: "2026-11-20T09:00:00+02:00",
    ...more,
  }) as Appointment;
const number = (id: string, issued: string, more: Partial<Ticket> = {}) =>
  ({
    id,
    issuedAt: at(issued),
    statusAt: at(issued),
    status: "arrived",
    queue: null,
    calledAt: null,
    version: 1,
    ...more,
  }) as Ticket;
const order = (appointments: readonly Appointment[], tickets: readonly Ticket[], queue = 1) =>
  lineOf(queue, whoWaits(appointments, tickets, SLACK)).map(({ id }) => id);
const dueOf = (one: Appointment) => whoWaits([one], [], SLACK)[0]?.due.toString();

describe("whoever is due first is next:", () => {
  test("an appointment counts from its time, a number fifteen minutes after it was given", () => {
    expect(order([appointment("a", "10:30", "10:20")], [number("n", "10:14")])).toEqual(["n", "a"]);
    expect(order([appointment("a", "10:30", "10:20")], [number("n", "10:16")])).toEqual(["a", "n"]);
  });

  test("who is due at the same time in the order in which they began to wait", () => {
    expect(order([appointment("a", "10:30", "10:35")], [number("n", "10:15")])).toEqual(["n", "a"]);
  });

  test("who began to wait at the same moment too stands everywhere in one order, whichever way they are read", () => {
    const both = [number("m", "10:15"), number("n", "10:15")];
    expect(order([], both)).toEqual(["m", "n"]);
    expect(order([], both.toReversed())).toEqual(["m", "n"]);
  });

  test("up to ten minutes late the appointed time counts, later the arrival as a number's", () => {
    expect(dueOf(appointment("a", "10:30", "10:40"))).toBe("2026-11-24T08:30:00Z");
    expect(dueOf(appointment("a", "10:30", "10:41"))).toBe("2026-11-24T08:56:00Z");
  });

  test("who came without an appointment counts as a number, though there was a place", () => {
    const walkIn = appointment("a", "10:30", "10:32", { channel: "in-person", createdAt: at("10:32") });
    expect(dueOf(walkIn)).toBe("2026-11-24T08:47:00Z");
    expect(order([walkIn], [number("n", "10:20")])).toEqual(["n", "a"]);
  });
});

test("who was called to this counter comes before all others, who was called to another is not in its line", () => {
  const tickets = [number("n1", "10:00"), number("n2", "10:10", { queue: 1, calledAt: at("10:20") })];
  expect(order([], tickets)).toEqual(["n2", "n1"]);
  expect(order([], tickets, 2)).toEqual(["n1"]);
});

test("an appointment counts from its time at every counter, and only who is here waits", () => {
  const here = [
    appointment("a", "10:30", "10:20", { queue: 2 }),
    appointment("b", "10:00", "10:00", { status: "left" }),
  ];
  const tickets = [number("n", "10:40"), number("m", "10:00", { status: "served", queue: 1 })];
  expect(order(here, tickets)).toEqual(["a", "n"]);
  expect(order([...here, appointment("c", "10:31", "10:20")], tickets)).toEqual(["a", "c", "n"]);
  expect(order(here, tickets, 2)).toEqual(["a", "n"]);
});

test("at the same due time a counter's own appointment is not before another's that came earlier", () => {
  const two = [appointment("b", "10:30", "10:20"), appointment("a", "10:30", "10:10", { queue: 2 })];
  expect(order(two, []), "both wait since 10:30: their ids decide, everywhere alike").toEqual(["a", "b"]);
  expect(order(two, [], 2)).toEqual(["a", "b"]);
});

test("who was called to a counter is that counter's, whosever plan it stands in", () => {
  const called = appointment("a", "10:15", "10:10", { queue: 2, counter: 1, calledAt: at("10:20") });
  const others = [called, appointment("b", "10:00", "09:50"), appointment("c", "10:00", "09:50", { queue: 2 })];
  expect(order(others, [])[0]).toBe("a");
  expect(order(others, [], 2)).toEqual(["b", "c"]);
});

test("priority by law counts from when the number was given", () => {
  const tickets = [number("n", "10:10"), number("s", "10:20", { statutory: true })];
  expect(order([], tickets)).toEqual(["s", "n"]);
});

test("nobody waits before the appointed time", () => {
  const since = (arrived: string) => whoWaits([appointment("a", "10:30", arrived)], [], SLACK)[0]?.since.toString();
  expect(since("10:05")).toBe("2026-11-24T08:30:00Z");
  expect(since("10:33")).toBe("2026-11-24T08:33:00Z");
});
