import { randomUUID } from "node:crypto";
import { wish } from "../booking-desk.ts";
import type { Reply } from "../world.ts";
import { type Act, DAY, ok, type Stage, TODAY } from "./stage.ts";

/** What a clerk does with an appointment. */

type Visit = Reply["body"];
type OnVisit = (stage: Stage, visit: Visit) => Promise<Reply>;

/** With an appointment that its citizen knows of. @param before what has happened to it, and is known too */
const ofVisit =
  (act: OnVisit, ...before: readonly OnVisit[]): Act["scene"] =>
  async (stage) => {
    let visit = await stage.visit();
    for (const earlier of before) visit = ok(await earlier(stage, visit)).body;
    await stage.delivered();
    return async () => ok(await act(stage, visit));
  };

/** At the counter, of an appointment of today. */
const today =
  (step: string, ...before: readonly string[]): Act["scene"] =>
  async (stage) => {
    let visit = await stage.visit({ date: TODAY, time: "11:30" });
    for (const earlier of before) visit = ok(await stage.act(visit.id, earlier)).body;
    await stage.later(1);
    return async () => ok(await stage.act(visit.id, step, { version: visit.version }));
  };

const change =
  (body: (stage: Stage) => object): OnVisit =>
  (stage, { id, version }) =>
    stage.change(id, body(stage), version);
const act =
  (what: string): OnVisit =>
  (stage, { id, version }) =>
    stage.act(id, what, { version, ...(what !== "undo" && { body: {} }) });
const move =
  (time: string, queue = 1, more: object = {}): OnVisit =>
  (stage, { id, version }) =>
    stage.move(id, { date: DAY, time, queue, ...more }, version);

const BOOKED: readonly Act[] = [
  {
    who: "clerk",
    act: "books by telephone",
    scene: async (stage) => async () => ok(await stage.book(wish("12:00", { date: DAY, ...stage.person }))),
  },
  {
    who: "clerk",
    act: "books who stands at the counter",
    scene: async (stage) => async () =>
      ok(await stage.book(wish("11:00", { ...stage.person, channel: "in-person", arrived: true }))),
  },
  {
    who: "clerk",
    act: "books, and takes it back within two minutes",
    scene: async (stage) => async () => {
      const { body } = ok(await stage.book(wish("12:00", { date: DAY, ...stage.person })));
      await act("undo")(stage, body);
    },
  },
  { who: "clerk", act: "takes a booking back later", scene: ofVisit(act("undo")) },
];

const CHANGED: readonly Act[] = [
  { who: "clerk", act: "writes down another name", scene: ofVisit(change(() => ({ lastName: "Παππά" }))) },
  { who: "clerk", act: "writes down notes", scene: ofVisit(change(() => ({ notes: "θα φέρει αντίγραφο" }))) },
  { who: "clerk", act: "writes down another language", scene: ofVisit(change(() => ({ language: "el" }))) },
  { who: "clerk", act: "writes down another service", scene: ofVisit(change(() => ({ service: "vehicle" }))) },
  { who: "clerk", act: "writes down another e-mail", scene: ofVisit(change(({ newEmail }) => ({ email: newEmail }))) },
  { who: "clerk", act: "takes the e-mail out", scene: ofVisit(change(() => ({ email: null }))), only: ["email"] },
  { who: "clerk", act: "moves it to another time", scene: ofVisit(move("13:00")) },
  {
    who: "clerk",
    act: "moves it, and leaves it to others to call",
    scene: ofVisit(move("13:00", 1, { callLater: true })),
  },
  { who: "clerk", act: "moves it to another queue, at the same time", scene: ofVisit(move("12:00", 2)) },
  {
    who: "clerk",
    act: "moves it, and moves it back within two minutes",
    scene: ofVisit(async (stage, visit) => move("12:00")(stage, ok(await move("13:00")(stage, visit)).body)),
  },
  { who: "clerk", act: "takes a move back later", scene: ofVisit(act("undo"), move("13:00")) },
  { who: "clerk", act: "cancels it", scene: ofVisit(act("cancellation")) },
  { who: "clerk", act: "takes a cancellation back later", scene: ofVisit(act("undo"), act("cancellation")) },
  {
    who: "clerk",
    act: "gives it to another office",
    scene: async (stage) => {
      const [{ id, version }, other] = [await stage.visit(), await stage.nearby()];
      const body = { office: other.office.code, date: DAY, time: "13:00", queue: 1 };
      return async () => ok(await stage.act(id, "transfer", { version, body, key: randomUUID() }));
    },
  },
];

const SERVED: readonly Act[] = [
  { who: "clerk", act: "notes that the citizen has come", scene: today("arrival") },
  { who: "clerk", act: "takes that back", scene: today("undo", "arrival") },
  { who: "clerk", act: "calls to the counter", scene: today("call", "arrival") },
  { who: "clerk", act: "begins to serve", scene: today("service-start", "arrival") },
  { who: "clerk", act: "has served", scene: today("completion", "arrival", "service-start") },
  { who: "clerk", act: "notes that nobody came", scene: today("no-show") },
  { who: "clerk", act: "notes that the citizen went away", scene: today("departure", "arrival") },
  {
    who: "clerk",
    act: "notes the arrival by the code",
    scene: async (stage) => {
      const { reference } = await stage.visit({ date: TODAY, time: "11:30" });
      return async () =>
        ok(await stage.clerk.ask("POST", `${stage.office.code}/arrivals`, { body: { code: reference } }));
    },
  },
  {
    who: "clerk",
    act: "serves the next one",
    scene: async (stage) => {
      await arrived(stage);
      return () => next(stage);
    },
  },
  {
    who: "clerk",
    act: "takes «next» back",
    scene: async (stage) => {
      await arrived(stage);
      const { id } = (await next(stage)).body;
      return async () => ok(await stage.clerk.ask("POST", `${stage.office.code}/next/${id}/undo`));
    },
  },
  {
    who: "clerk",
    act: "gives a free place to who walks in",
    only: ["neither"],
    scene:
      async ({ clerk, office }) =>
      async () =>
        ok(await clerk.ask("POST", `${office.code}/walk-ins`, { body: { service: "signature" }, key: randomUUID() })),
  },
];

async function arrived(stage: Stage): Promise<void> {
  const { id } = await stage.visit({ date: TODAY, time: "11:00" });
  ok(await stage.act(id, "arrival"));
}

const next = async ({ clerk, office }: Stage): Promise<Reply> =>
  ok(await clerk.ask("POST", `${office.code}/queues/1/next`, { body: { ends: [] }, key: randomUUID() }));

export const CLERK: readonly Act[] = [...BOOKED, ...CHANGED, ...SERVED];
