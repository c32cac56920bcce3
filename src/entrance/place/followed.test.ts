import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { aDisplay } from "../../../test/display.ts";
import { aSibling, type Listener, listenTo, type Sibling } from "../../../test/live-desks.ts";
import { aWaitingDesk, type WaitingDesk } from "../../../test/waiting-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { hashOfToken, newToken } from "../../platform/token.ts";

/** Many phones follow an office's line, at two processes; what is done comes by a third. */
let world: World;
let siblings: Sibling[];
let desk: WaitingDesk;
const open: Listener[] = [];
const PHONES = 50;

beforeAll(async () => {
  world = await aWorld();
  siblings = [await aSibling(world), await aSibling(world)];
});
beforeEach(async () => {
  world.now = NOW;
  desk = await aWaitingDesk(world);
  await aDisplay(world, desk.office);
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const listener of open.splice(0)) listener.close();
});
afterAll(async () => {
  for (const sibling of siblings) await sibling.close();
  await world.close();
});

/** A number, and the key of its place. */
async function numbered(): Promise<{ id: string; key: string }> {
  const { id } = await desk.number();
  const key = newToken();
  await world.owner.query(
    "insert into line_key (office_id, hash, date, visit, made_at) values ($1, $2, '2026-11-24', $3, now())",
    [desk.office.id, hashOfToken(key), id],
  );
  return { id, key };
}

async function follow(key: string, at = 0): Promise<Listener> {
  const listener = await listenTo(`${siblings[at]?.url}/line/${key}/events`, "");
  open.push(listener);
  await listener.next("place");
  return listener;
}

const lastOf = ({ heard }: Listener): string =>
  String(heard.findLast(({ name }) => name === "place")?.data)
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");

/** What the processes ask the database, but for that by which they hear each other. */
function countedQueries(): string[] {
  const asked: string[] = [];
  const { query } = pg.Client.prototype;
  vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [first] = args as [string | { readonly text: string }];
    const text = typeof first === "string" ? first : first.text;
    if (!/pg_notify|\bannouncement\b/.test(text)) asked.push(text);
    return Reflect.apply(query, this, args);
  } as typeof query);
  return asked;
}

const announce = () =>
  world.owner.query("select pg_notify('visits', json_build_object('kind', 'rules', 'office', $1::int)::text)", [
    desk.office.id,
  ]);

test("a change is read once for all of them: fifty phones cost what one does", async () => {
  const places: { readonly key: string }[] = [];
  for (let count = 0; count < PHONES; count++) places.push(await numbered());
  const asking = async (phones: number) => {
    const listeners = [];
    for (const { key } of places.slice(0, phones)) listeners.push(await follow(key));
    const asked = countedQueries();
    // A minute later, so that each of them is told something else than before.
    world.now = world.now.add({ minutes: 1 });
    const before = listeners.map(({ heard }) => heard.length);
    await announce();
    await Promise.all(listeners.map((listener, index) => listener.next("place", before[index])));
    vi.restoreAllMocks();
    for (const listener of listeners) listener.close();
    return asked;
  };
  const [one, fifty] = [await asking(1), await asking(PHONES)];
  expect(fifty).toEqual(one);
  expect(fifty.length).toBeLessThanOrEqual(9);
});

test("a call is on every phone of its office, whichever process it has, and on none of another's", async () => {
  const [first, second] = [await numbered(), await numbered()];
  const [called, behind] = [await follow(first.key, 0), await follow(second.key, 1)];
  expect([lastOf(called), lastOf(behind)]).toEqual([
    expect.stringContaining("Κανείς: είστε ο επόμενος"),
    expect.stringContaining("1 άτομο"),
  ]);
  const mine = desk;
  desk = await aWaitingDesk(world);
  const elsewhere = await follow((await numbered()).key, 0);
  const before = elsewhere.heard.length;
  await mine.next(2);
  await expect.poll(() => lastOf(called)).toContain("Σας καλεί η θυρίδα 2");
  await expect.poll(() => lastOf(behind)).toContain("Α 001 2");
  expect(elsewhere.heard.slice(before).filter(({ name }) => name !== "beat")).toEqual([]);
  const sent = JSON.stringify([called.heard, behind.heard]);
  for (const word of ["Γνήσιο", "signature", first.id, second.key.toLowerCase()]) expect(sent).not.toContain(word);
});

test("pages that ask by themselves, a hundred at once, are one reading; after each notice another", async () => {
  const { key } = await numbered();
  const see = () => fetch(`${siblings[0]?.url}/line/${key}`).then((page) => page.text());
  const following = await follow(key);
  const asked = countedQueries();
  const reads = () => asked.filter((text) => text.includes("from line_call")).length;
  await announce();
  await following.next("beat");
  const before = reads();
  await Promise.all(Array.from({ length: 100 }, see));
  expect(reads() - before).toBeLessThanOrEqual(2);
  await desk.next(1);
  await expect.poll(() => lastOf(following)).toContain("Σας καλεί");
  expect(await see()).toContain("Σας καλεί η θυρίδα 1");
});

test("who gives the number up sees that at once, and so does whoever follows it; on the next day the stream ends", async () => {
  const { key } = await numbered();
  const following = await follow(key, 1);
  const { html } = await aCitizen(world).see(`/line/${key}/leave`);
  const mark = /name="mark" value="([^"]*)"/.exec(html)?.[1] ?? "";
  const left = await fetch(`${siblings[0]?.url}/line/${key}/leave`, {
    method: "POST",
    body: new URLSearchParams({ mark }),
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(await left.text()).toContain("Δεν είστε πια στη σειρά");
  await expect.poll(() => lastOf(following)).toContain("Δεν είστε πια στη σειρά");
  world.now = world.now.add({ hours: 24 });
  await announce();
  await following.next("gone");
  await following.ended;
});
