import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aWorld, type Clerk, type TestOffice, type World } from "../../../test/world.ts";
import { hasMoreParts } from "./limits/json-body.ts";

/** What is sent may be wrong in hundreds of thousands of places: the answer names some, and costs nobody anything. */
let world: World;
let office: TestOffice;
let clerk: Clerk;
beforeAll(async () => {
  world = await aWorld();
  office = await world.anOffice();
  clerk = await world.aClerk(office);
});
afterAll(() => world.close());

const many = (count: number, value: unknown = 1) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`wrong${index}`, value]));

const diary = (more: object) => ({ text: "α", service: "signature", queue: null, ...more });

test("of thousands of unknown fields fifty are named, each cut to a hundred letters", async () => {
  const reply = await clerk.ask("POST", `${office.code}/appointments`, {
    key: "k",
    body: { ["x".repeat(20_000)]: 1, ...many(3_000) },
  });
  expect([reply.status, reply.body.code, reply.body.errors.length]).toEqual([400, "request-malformed", 50]);
  expect(JSON.stringify(reply.body).length).toBeLessThan(10_000);
});

test("of thousands of wrong fields fifty are named", async () => {
  const body = diary({ corrections: many(3_000) });
  const reply = await clerk.ask("POST", `${office.code}/diary-previews`, { body });
  expect([reply.status, reply.body.errors.length]).toEqual([400, 50]);
});

test("a body of hundreds of thousands of parts is refused unread", async () => {
  const body = diary({ corrections: many(200_000) });
  const reply = await clerk.ask("POST", `${office.code}/diary-previews`, { body });
  expect([reply.status, reply.body.code]).toEqual([413, "request-too-large"]);
});

describe("parts are told apart by the commas and brackets outside of strings", () => {
  const has = (value: unknown, most: number) => hasMoreParts(JSON.stringify(value), most);

  test("of objects and lists, to a depth that none of ours has", () => {
    expect([has(many(10), 10), has(many(11), 10)]).toEqual([false, true]);
    const within = (depth: number) => `${"[".repeat(depth)}1${"]".repeat(depth)}`;
    expect([hasMoreParts(within(64), 10), hasMoreParts(within(65), 10)]).toEqual([false, true]);
    expect([has([[1, 2], [3]], 3), has([[1, 2], [3], 4], 3)]).toEqual([false, true]);
  });

  test("not those in a text, its quotes and backslashes escaped or not", () => {
    for (const text of [",,,,,,", '",",",', '\\",\\\\",', "\\", '"', "\\\\,"])
      expect(has({ text, [text]: text }, 2), text).toBe(false);
    expect(hasMoreParts('{"a": ",,,,', 2)).toBe(false);
  });
});
