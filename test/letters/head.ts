import { randomUUID } from "node:crypto";
import { asProposed } from "../rules-desk.ts";
import { booked } from "./citizen.ts";
import { type Act, DAY, ok, type Ruling, rule, type Stage, TODAY, taken, versionOf } from "./stage.ts";

/** What the head of an office does with its rules, under which an appointment stands. */

const CLOSED = { queue: null, kind: "closed", date: DAY, from: "11:00", to: "12:30", reason: "Διακοπή ρεύματος" };

/** Hours before it */
const CLOSED_TODAY = { ...CLOSED, date: TODAY };

const ofRules =
  (path: string, body: object, how?: Ruling): Act["scene"] =>
  async (stage) => {
    await stage.visit();
    return () => rule(stage, path, body, how);
  };

/** In a queue that is not the default one; the other has no room at that time. */
const inSecond =
  (path: string): Act["scene"] =>
  async (stage) => {
    await taken(stage, "12:00", 1);
    await stage.visit({ queue: 2 });
    return () => rule(stage, `queues/2/${path}`);
  };

/** Without consequences that anybody has to decide about. */
const atOnce =
  (path: string, body?: (stage: Stage) => object): Act["scene"] =>
  async (stage) => {
    await stage.visit();
    const { head, office, world } = stage;
    return async () => {
      const given = { ...(body && { body: body(stage) }), version: await versionOf(world, office.id, path) };
      return ok(await head.ask("POST", `${office.code}/${path}`, { ...given, key: randomUUID() }));
    };
  };

const EXCEPTIONS: readonly Act[] = [
  { who: "head", act: "closes that time, and gives another one", scene: ofRules("exceptions", CLOSED) },
  {
    who: "head",
    act: "closes that time hours before it, and gives another one",
    scene: async (stage) => {
      await stage.visit({ date: TODAY });
      return () => rule(stage, "exceptions", CLOSED_TODAY);
    },
  },
  {
    who: "head",
    act: "closes that time, and lets the appointment stay",
    scene: ofRules("exceptions", CLOSED, { decision: "keep" }),
  },
  {
    who: "head",
    act: "closes that time, and has the citizen called",
    scene: ofRules("exceptions", CLOSED, { decision: "call" }),
  },
  {
    who: "head",
    act: "closes one queue; the other takes it at the same time",
    scene: ofRules("exceptions", { ...CLOSED, queue: 1 }),
  },
  {
    who: "head",
    act: "lengthens an exception",
    scene: async (stage) => {
      await stage.visit();
      const early = { ...CLOSED, from: "08:00", to: "09:00" };
      ok(await stage.rule("POST", "exceptions", early));
      const [{ id }] = await stage.rows("exception");
      return () => rule(stage, `exceptions/${id}`, { ...early, to: "12:30" }, { method: "PATCH", version: 1 });
    },
  },
  {
    who: "head",
    act: "takes extra hours out",
    scene: async (stage) => {
      ok(await stage.rule("POST", "exceptions", { ...CLOSED, queue: 1, kind: "extra", from: "15:00", to: "17:00" }));
      await stage.visit({ time: "16:00" });
      const [{ id }] = await stage.rows("exception");
      return async () => {
        const { proposal } = (await stage.rule("DELETE", `exceptions/${id}`)).body;
        const decisions = asProposed({ status: 200, headers: {}, body: proposal });
        return ok(await stage.rule("DELETE", `exceptions/${id}`, { decisions }));
      };
    },
  },
];

const HOURS = { from: DAY, to: DAY, week: { "2": [{ opens: "08:00", closes: "12:00" }] } };

const byClerk = ({ clerk }: Stage) => ({ date: DAY, employee: clerk.employeeId });

const QUEUES: readonly Act[] = [
  {
    who: "head",
    act: "shortens the hours",
    scene: async (stage) => {
      await taken(stage, "12:00", 2);
      return ofRules("queues/1/hours", HOURS, { method: "PUT" })(stage);
    },
  },
  { who: "head", act: "closes a queue", scene: inSecond("deactivation") },
  { who: "head", act: "puts a queue away", scene: inSecond("archival") },
  { who: "head", act: "opens a queue", scene: atOnce("queues/1/activation", () => ({})) },
  { who: "head", act: "makes a queue the default one", scene: atOnce("queues/2/default") },
  { who: "head", act: "has another employee serve a queue for a day", scene: atOnce("queues/1/substitution", byClerk) },
  { who: "head", act: "shows a queue to citizens", scene: atOnce("queues/1/publication") },
  { who: "head", act: "hides a queue from citizens", scene: atOnce("queues/1/hiding") },
  {
    who: "head",
    act: "hides one in which a citizen had booked, and lets that stay",
    only: ["email"],
    scene: async (stage) => {
      await booked(stage);
      return () => rule(stage, "queues/1/hiding", {}, { decision: "keep" });
    },
  },
  {
    who: "head",
    act: "hides one in which a citizen had booked, and gives another time",
    only: ["email"],
    scene: async (stage) => {
      await taken(stage, "12:00", 2);
      await booked(stage);
      return () => rule(stage, "queues/1/hiding");
    },
  },
  {
    who: "head",
    act: "renames a queue",
    scene: async (stage) => {
      await stage.visit();
      return async () => ok(await stage.rule("PATCH", "queues/1", { name: "Πιστοποιητικά" }));
    },
  },
];

const takenBack =
  (minutes: number, closed = CLOSED): Act["scene"] =>
  async (stage) => {
    await stage.visit({ date: closed.date });
    const { change } = await rule(stage, "exceptions", closed);
    if (minutes > 0) await stage.delivered(minutes);
    return async () => ok(await stage.takeBack(change));
  };

const UNDONE: readonly Act[] = [
  { who: "head", act: "takes a change back within two minutes", scene: takenBack(0) },
  { who: "head", act: "takes a change back later", scene: takenBack(3) },
  { who: "head", act: "takes one back later, hours before the visit", scene: takenBack(3, CLOSED_TODAY) },
];

export const HEAD: readonly Act[] = [...EXCEPTIONS, ...QUEUES, ...UNDONE];
