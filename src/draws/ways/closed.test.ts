import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FIRST } from "../../../test/draw-desk.ts";
import { aDrawnDesk, type DrawnDesk } from "../../../test/drawn-desk.ts";
import { aMinistryPerson } from "../../../test/ministry-person.ts";
import { asProposed } from "../../../test/rules-desk.ts";
import { aWorld, type Reply, type World } from "../../../test/world.ts";
import { sweepAll } from "../../ministry/sweep.ts";
import type { DrawWishAt } from "../wishes/change-wish.ts";

/** What ministry and heads close under places that were drawn, and what else takes them from whoever was drawn. */
let world: World;
let desk: DrawnDesk;
let order: readonly DrawWishAt[];
let visit: Reply["body"];
beforeEach(async () => {
  world = await aWorld();
  desk = await aDrawnDesk(world, { mornings: [2], queues: 2 });
  order = await desk.drawnAmong(4);
  visit = await desk.visitOfFirst(order);
});
afterEach(() => desk.closeSound());

const nothingFree = async () => expect(await desk.rows("select * from freed_place")).toEqual([]);
const held = async () =>
  (
    await desk.rows(
      "select count(*)::int as n from appointment where status = 'held' and starts_at < $1::date + 7",
      FIRST,
    )
  )[0].n as number;
const events = async () =>
  (await desk.rows("select what from draw_event order by number")).map(({ what }: { what: string }) => what);
/** Each visit goes to where it is proposed. */
async function ruledMoving(path: string, body: object): Promise<Reply["body"]> {
  const decisions = asProposed(await desk.mail.rule("POST", `${path}/proposals`, body));
  const made = await desk.mail.rule("POST", path, { ...body, decisions });
  expect([made.status, made.body.moved]).toEqual([200, 1]);
  return made.body;
}
/** Who had come has another time, by their head; who had not answered waits again, where nothing is left. */
async function allIsLost(): Promise<void> {
  await desk.run();
  await desk.run();
  expect(await desk.stands(order)).toEqual(["left", "waits", "waits", "waits"]);
  expect(await held()).toBe(0);
  expect(await events()).toEqual(["lost", "left", "lost"]);
}

const closing = { kind: "closed", queue: null, date: FIRST, reason: "Διακοπή ρεύματος" };

test("a head closes the day and moves who comes: what was drawn vanishes, and is not there again when that is taken back", async () => {
  const { change } = await ruledMoving("exceptions", closing);
  await allIsLost();
  expect((await desk.mail.takeBack(change)).status).toBe(200);
  expect(await desk.seen(visit.id)).toMatchObject({ date: FIRST, time: visit.time, status: "booked" });
  await desk.run();
  expect(await desk.stands(order)).toEqual(["left", "waits", "waits", "waits"]);
});

test("a head takes the closing back at once, before anything was drawn anew", async () => {
  const { change } = await ruledMoving("exceptions", closing);
  expect((await desk.mail.takeBack(change)).status).toBe(200);
  await desk.run();
  await desk.run();
  expect(await events()).toEqual(["lost", "left", "lost"]);
});

test("the queue is switched off for these days", async () => {
  expect((await desk.mail.rule("POST", "queues/2/default")).status).toBe(200);
  await ruledMoving("queues/1/deactivation", { from: FIRST, to: FIRST });
  await allIsLost();
});

test("the queue is put away: draws to come have no places there either, and the doctor finds none", async () => {
  expect((await desk.mail.rule("POST", "queues/2/default")).status).toBe(200);
  await ruledMoving("queues/1/archival", {});
  await allIsLost();
});

test("the ministry closes that day everywhere: who has not answered yet finds that they wait again", async () => {
  const athina = await aMinistryPerson(world);
  const closure = { region: null, from: FIRST, to: FIRST, reason: "Εκλογές" };
  expect((await athina.post("closures", closure)).status).toBe(201);
  await sweepAll({ db: world.database.db, clock: () => world.now, log: world.log });
  await desk.run();
  await nothingFree();
  // Held as they are, nobody else is given them.
  expect(await desk.stands(order)).toEqual(["coming", "drawn", "waits", "waits"]);
  await expect(desk.comes(order[1] as DrawWishAt)).rejects.toMatchObject({ code: "slot-not-offered" });
  await desk.loses(order[1] as DrawWishAt);
  await desk.run();
  await nothingFree();
  expect(await desk.stands(order)).toEqual(["coming", "waits", "waits", "waits"]);
  const work = await desk.mail.rule("GET", "work-list");
  const decisions = asProposed(work);
  expect((await desk.mail.rule("POST", "work-list", { decisions })).body).toMatchObject({ moved: 1 });
  await desk.run();
  expect(await desk.stands(order)).toEqual(["left", "waits", "waits", "waits"]);
});

test("who had their data erased can't say any more that they come, and the place goes on at its hour", async () => {
  const { office, visit: wish } = order[1] as DrawWishAt;
  await world.owner.query("select anonymize($1, array[$2::uuid], $3)", [office, wish, world.now.toString()]);
  await expect(desk.comes(order[1] as DrawWishAt)).rejects.toMatchObject({ code: "draw-wish-over" });
  await nothingFree();
  const until = (await desk.state(order[1] as DrawWishAt)).result?.until as Temporal.Instant;
  world.now = until;
  await desk.run();
  await nothingFree();
  expect(await desk.stands(order)).toEqual(["coming", "left", "drawn", "waits"]);
});

test("a diary that is brought in takes none of it", async () => {
  const { clerk, office } = desk.mail;
  const times = await desk.rows(
    "select to_char(starts_at at time zone 'Europe/Athens', 'HH24:MI') as at from draw_place where draw = $1 order by 1",
    desk.number,
  );
  const text = times.map(({ at }) => `14/12/2026;${at};Καστανάς;Άρης`).join("\n");
  const body = { text, service: "signature", queue: 1 };
  const { fingerprint } = (await clerk.ask("POST", `${office.code}/diary-previews`, { body })).body;
  const given = { body: { ...body, fingerprint, leavesRest: true }, key: randomUUID() };
  const made = await clerk.ask("POST", `${office.code}/diary-imports`, given);
  expect([made.status, made.body.booked ?? 0]).toEqual([made.status, 0]);
  await desk.run();
  await nothingFree();
  expect(await desk.stands(order)).toEqual(["coming", "drawn", "waits", "waits"]);
});
