import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aDrawDesk, CLOSES, type DrawDesk, FIRST, OPENS } from "../../../test/draw-desk.ts";
import { aMinistryPerson, errorsOf, type MinistryPerson } from "../../../test/ministry-person.ts";
import { aWorld, type TestOffice, type World } from "../../../test/world.ts";
import { cacheTallies } from "../../platform/cache.ts";
import { type DrawRow, drawOf } from "../draw-sql.ts";
import { createSharesPreviews } from "./preview-shares.ts";

let world: World;
let desk: DrawDesk;
let athina: MinistryPerson;
beforeAll(async () => {
  world = await aWorld();
  desk = await aDrawDesk(world, { terms: { email_percent: 50 } });
  athina = await aMinistryPerson(world);
});
afterAll(() => world.close());

const draws = async () => (await athina.rule("GET", "draws")).body;
const put = async (changes: object, version?: number) => {
  const { terms, services, reason } = await draws();
  const body = { ...terms, services, reason: reason || "Για τη δοκιμή", ...changes };
  return athina.rule("PUT", "draws", { body, ...(version !== undefined && { version }) });
};

test("what the ministry says holds from the next draw on, is recorded with its reason, and its draws follow", async () => {
  const before = await draws();
  expect([before.services, before.version, before.next.number]).toEqual([["vehicle"], 1, 1]);
  expect(before.catalogue.find(({ code }: { code: string }) => code === "vehicle").offices).toBe(2);
  const changed = await put({ answerDays: 4, reason: "  Τρεις ημέρες δεν έφταναν  " }, 1);
  expect([changed.status, changed.body.version, changed.body.reason, changed.headers.etag]).toEqual([
    200,
    2,
    "Τρεις ημέρες δεν έφταναν",
    '"2"',
  ]);
  expect(changed.body.changedBy).toContain("Δοκιμή");
  expect(await athina.lastEntry()).toMatchObject({
    act: "draw-terms-changed",
    details: {
      before: { answerDays: 3 },
      after: { answerDays: 4, services: ["vehicle"] },
      reason: "Τρεις ημέρες δεν έφταναν",
    },
  });
  await desk.run();
  expect(await desk.rows("select answer_until from draw where first_day = $1", FIRST)).toEqual([
    { answer_until: new Date("2026-12-08T20:00+02:00") },
  ]);
  await put({ answerDays: 3 }, 2);
  await desk.run();
});

test("each field has its own no; who has not seen the latest is told of it; nobody else may", async () => {
  const { version, terms } = await draws();
  const errors = async (changes: object) => errorsOf(await put(changes, version));
  for (const [changes, ...told] of [
    [{ emailPercent: 101 }, "emailPercent: number-out-of-range"],
    [{ needPercent: 51, moves: -1 }, "needPercent: number-out-of-range", "moves: number-out-of-range"],
    [{ visitDays: 4.5, releaseDays: 3, answerDays: 2 }, "visitDays: number-out-of-range"],
    [{ answerDays: 5 }, "releaseDays: draw-release-early"],
    [{ releaseDays: 10 }, "visitDays: draw-visits-early"],
    [{ closesOn: 2, closesTime: "07:59" }, "closesTime: draw-too-short"],
    [{ services: ["vehicle", "nothing"] }, "services: service-unknown"],
    [{ reason: " " }, "reason: draw-reason-required"],
    [{ reason: "α".repeat(501) }, "reason: field-too-long"],
  ] as const)
    expect(await errors(changes)).toEqual([422, ...told]);
  expect((await put({ opensTime: "25:00" }, version)).status).toBe(400);
  expect((await draws()).terms).toEqual(terms);
  expect((await put({})).status).toBe(428);
  const stale = await put({}, version + 1);
  expect([stale.status, stale.body.current.version]).toEqual([412, version]);
  const both = await Promise.all([1, 2].map((moves) => put({ moves }, version)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  const clerk = await world.aClerk(desk.offices[0] as TestOffice);
  for (const [method, path] of [
    ["GET", ""],
    ["PUT", ""],
    ["POST", "/preview"],
  ] as const)
    expect(
      (await clerk.ask(method, `/api/ministry/draws${path}`, { body: method === "GET" ? undefined : {} })).status,
    ).not.toBe(200);
  expect((await clerk.ask("GET", "/api/ministry/draws")).status).toBe(403);
});

test("how many wish is told once the draw is held; then what other shares would have changed", async () => {
  const preview = async (body: object) => athina.rule("POST", "draws/preview", { body });
  expect((await preview({ emailPercent: 10, phonePercent: 10 })).body).toEqual({ preview: null });
  await desk.at("2026-11-29T20:00");
  await desk.at(OPENS);
  for (let person = 0; person < 6; person++) await desk.wishes(`somebody${person}`);
  const ofDraw = async () => (await draws()).draws.find(({ number }: { number: number }) => number === desk.number);
  expect(await ofDraw()).toMatchObject({ state: "open", places: 8, offices: 2, counts: null });
  expect(JSON.stringify(await draws())).not.toContain('wishes":6');
  const demand = async () => (await draws()).catalogue.find(({ code }: { code: string }) => code === "vehicle").demand;
  expect(await demand()).toBeNull();
  await desk.at(CLOSES);
  await desk.run();
  await desk.run();
  expect(await ofDraw()).toMatchObject({ state: "drawn", counts: { wishes: 6, drawn: 2 } });
  expect(await demand()).toEqual({ draw: desk.number, wishes: 6, places: 8 });
  await desk.rows("update draw set first_day = first_day - 70 where number = $1", desk.number);
  expect(await demand()).toBeNull();
  await desk.rows("update draw set first_day = first_day + 70 where number = $1", desk.number);
  expect(errorsOf(await preview({ emailPercent: 101, phonePercent: 10 }))).toEqual([
    422,
    "emailPercent: number-out-of-range",
  ]);
  const { body } = await preview({ emailPercent: 0, phonePercent: 10 });
  expect(body.preview).toMatchObject({
    draw: desk.number,
    places: 8,
    shares: { now: { emailPercent: 50 }, proposed: { emailPercent: 0 } },
    kinds: [{ kind: "email", wishes: 6, now: 2, proposed: 0, difference: -2 }],
    seller: { mailboxes: 100, tries: 100, fastest: 8, proposed: { mean: 0 } },
  });
  const computed = () => cacheTallies().get("previews of shares")?.misses ?? 0;
  const before = computed();
  const asked = await Promise.all([20, 30, 20, 20].map((emailPercent) => preview({ emailPercent, phonePercent: 10 })));
  expect(asked.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(asked.map((one) => one.body.preview.shares.proposed.emailPercent)).toEqual([20, 30, 20, 20]);
  expect(await preview({ phonePercent: 10, emailPercent: 30 })).toMatchObject({ body: asked[1]?.body });
  expect(computed()).toBe(before + 2);
});

test("two previews at once are computed one after the other", async () => {
  const { db } = world.database;
  let [reading, most] = [0, 0];
  const previewOf = createSharesPreviews({
    nation: db.nation,
    read: async (scope, work) => {
      most = Math.max(most, ++reading);
      // Long enough for the other one to come so far.
      await sleep(100);
      return db.read(scope, work).finally(() => reading--);
    },
  });
  const last = {
    draw: (await drawOf(db.nation, desk.number)) as DrawRow,
    shares: { emailPercent: 50, phonePercent: 10 },
  };
  const both = await Promise.all([1, 2].map((phonePercent) => previewOf(last, { emailPercent: 3, phonePercent })));
  expect(both.map(({ shares }) => shares.proposed.phonePercent)).toEqual([1, 2]);
  expect(most).toBe(1);
});
