import { expect, test } from "vitest";
import type { NewMail, VisitPlace, VisitStatement } from "../outbox/planned.ts";
import { letterFor } from "./letter.ts";
import type { LastLetter, Pending } from "./pending.ts";
import { NOTHING_MORE, type Visit } from "./visit-sql.ts";

/** One letter for all that is planned: the difference between what the citizen knows and what is so. */

const NOW = Temporal.Instant.from("2026-11-24T10:42:00+02:00");
const at = (time: string, date = "2026-11-26"): VisitPlace => ({ date, time, queue: 1 });

function visitAt(time: string, wish: Partial<Visit> = {}): Visit {
  const date = wish.date ?? "2026-11-26";
  const startsAt = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime("Europe/Athens").toInstant();
  return {
    id: "a",
    reference: "482715306",
    email: "eleni@example.gr",
    language: "el",
    status: "booked",
    isLive: true,
    startsAt,
    endsAt: startsAt.add({ minutes: 15 }),
    date,
    time,
    service: "signature",
    minutes: 15,
    ...NOTHING_MORE,
    serviceName: "Γνήσιο υπογραφής",
    bring: null,
    version: 1,
    ...wish,
  };
}

const cancelled = (time: string): Visit => visitAt(time, { status: "cancelled", isLive: false });

let count = 0;
const planned = (kind: NewMail["kind"], was: VisitPlace, is = was): Pending => ({
  id: `m${++count}`,
  appointment: "a",
  kind,
  place: [was, is],
  address: "eleni@example.gr",
  plannedAt: NOW,
  attempts: 0,
  mayBeSaid: false,
  isUnderWay: false,
});
const told = (time: string, wish: Partial<LastLetter & VisitStatement> = {}): LastLetter => ({
  id: "m0",
  appointment: "a",
  address: "eleni@example.gr",
  letter: "confirmation",
  told: { date: "2026-11-26", time, service: "signature", isLive: true },
  ...wish,
});

/** [letter, time known before] */
function said(pending: readonly Pending[], before: LastLetter | null, visit: Visit, now = NOW) {
  const chosen = letterFor(pending, before, visit, now);
  return chosen && [chosen.letter.kind, chosen.letter.was?.time ?? null];
}

test("a booking is confirmed where it stands by now", () => {
  const booked = planned("confirmed", at("09:00"));
  expect(said([booked], null, visitAt("09:00"))).toEqual(["confirmation", null]);
  expect(said([booked, planned("changed", at("09:00"), at("10:00"))], null, visitAt("10:00"))).toEqual([
    "confirmation",
    null,
  ]);
  expect(said([booked, planned("cancelled", at("09:00"))], null, cancelled("09:00"))).toBeNull();
});

test("moved twice, a citizen is told once; moved back, not at all", () => {
  const moves = [planned("changed", at("09:00"), at("10:00")), planned("changed", at("10:00"), at("11:00"))];
  expect(said(moves, told("09:00"), visitAt("11:00"))).toEqual(["change", "09:00"]);
  expect(said(moves, told("09:00"), visitAt("09:00"))).toBeNull();
  expect(letterFor(moves, told("09:00"), visitAt("11:00"), NOW)?.carrier).toBe(moves[1]?.id);
});

test("an office that moves of itself apologises, from what the citizen knew by word of mouth", () => {
  const byCitizen = planned("changed", at("09:00"), at("10:00"));
  const byOffice = planned("moved", at("10:00"), at("11:00"));
  expect(said([byCitizen, byOffice], told("09:00"), visitAt("11:00"))).toEqual(["apology", "10:00"]);
  expect(said([planned("moved", at("10:00"), at("09:00"))], told("09:00"), visitAt("09:00"))).toEqual([
    "apology",
    "10:00",
  ]);
  expect(said([byOffice, byCitizen], told("09:00"), visitAt("12:00"))).toEqual(["change", "09:00"]);
});

test("a cancellation is told to who knew of the appointment, and so is its return", () => {
  const gone = planned("cancelled", at("09:00"));
  expect(said([gone], told("09:00"), cancelled("09:00"))).toEqual(["cancellation", "09:00"]);
  expect(said([gone], null, cancelled("09:00"))).toEqual(["cancellation", "09:00"]);
  const heard = told("09:00", { told: { date: "2026-11-26", time: "09:00", service: "signature", isLive: false } });
  expect(said([planned("changed", at("09:00"))], heard, visitAt("09:00"))).toEqual(["confirmation", "09:00"]);
  expect(said([gone], heard, cancelled("09:00"))).toBeNull();
});

test("another service is told, at the same time", () => {
  const other = planned("changed", at("09:00"));
  expect(said([other], told("09:00"), visitAt("09:00", { service: "vehicle" }))).toEqual(["change", "09:00"]);
});

test("another address has been told nothing yet", () => {
  const given = planned("confirmed", at("09:00"));
  expect(said([given], told("09:00", { address: "elenh@example.gr" }), visitAt("09:00"))).toEqual([
    "confirmation",
    null,
  ]);
  expect(said([given], told("09:00"), visitAt("09:00", { email: null }))).toBeNull();
});

test("what may have left is said once more as the same message, unless it has changed meanwhile", () => {
  const interrupted = planned("changed", at("09:00"), at("10:00"));
  const before = told("10:00", { id: interrupted.id, letter: "change" });
  expect(letterFor([interrupted], before, visitAt("10:00"), NOW)).toMatchObject({
    carrier: interrupted.id,
    letter: { kind: "change" },
  });
  const next = planned("changed", at("10:00"), at("09:00"));
  expect(letterFor([interrupted, next], before, visitAt("09:00"), NOW)).toMatchObject({
    carrier: next.id,
    letter: { kind: "change", was: { time: "10:00" } },
  });
});

test("a reminder waits for what has changed, and is for the next day only", () => {
  const reminder = planned("reminder", at("09:00", "2026-11-25"));
  const tomorrow = { date: "2026-11-25" };
  const known = told("09:00", { told: { date: "2026-11-25", time: "09:00", service: "signature", isLive: true } });
  expect(said([reminder], known, visitAt("09:00", tomorrow))).toEqual(["reminder", null]);
  expect(said([reminder], null, visitAt("09:00", tomorrow))).toEqual(["reminder", null]);
  const moved = planned("changed", at("09:00", "2026-11-25"), at("12:00", "2026-11-25"));
  expect(said([moved, reminder], known, visitAt("12:00", tomorrow))).toEqual(["change", "09:00"]);
  expect(said([reminder], known, visitAt("09:00", { ...tomorrow, status: "arrived" }))).toBeNull();
  expect(said([reminder], told("09:00"), visitAt("09:00"))).toBeNull();
  const dawn = Temporal.Instant.from("2026-11-25T06:00:00+02:00");
  expect(said([reminder], known, visitAt("09:00", tomorrow), dawn)).toBeNull();
});

test("nothing is told of what has begun", () => {
  const late = planned("changed", at("09:00"), at("10:00"));
  expect(said([late], told("09:00"), visitAt("10:42", { date: "2026-11-24" }))).toBeNull();
  expect(said([late], told("09:00"), visitAt("10:43", { date: "2026-11-24" }))).toEqual(["change", "09:00"]);
});

test("a link to what is held is sent until the moment at which it is held no more", () => {
  const before = (until: Temporal.Instant) => until.subtract({ seconds: 1 });
  const asked = planned("confirm-link", at("09:00"));
  const held = visitAt("09:00", { status: "held", email: null, heldUntil: NOW });
  expect(said([asked], null, held, before(NOW))).toEqual(["confirm-link", null]);
  expect(said([asked], null, held)).toBeNull();
  const awaited = visitAt("10:42", { date: "2026-11-24", status: "expired", isLive: false, awaitsEmail: true });
  expect(said([asked], null, awaited, before(NOW))).toEqual(["confirm-link", null]);
  expect(said([asked], null, awaited)).toBeNull();
  const offered = visitAt("09:00", { offer: { startsAt: NOW.add({ hours: 3 }), until: NOW, office: null } });
  const offer = planned("earlier-offer", at("09:00"));
  expect(said([offer], told("09:00"), offered, before(NOW))).toEqual(["earlier-offer", null]);
  expect(said([offer], told("09:00"), offered)).toBeNull();
});
