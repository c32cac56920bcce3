import { pino } from "pino";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readConfig } from "../config.ts";
import { Refusal } from "../refusal.ts";
import { createServer } from "./create-server.ts";
import type { App } from "./server.ts";

let app: App;
let lines: Record<string, unknown>[];
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  lines = [];
  const logger = pino({ level: "info" }, { write: (line: string) => lines.push(JSON.parse(line)) });
  app = await createServer({ config: readConfig({ NODE_ENV: "test" }), logger, formTargets: [] });
  app.addHook("onRequest", async (request) => {
    if (request.headers.cookie) app.rememberCaller(request, { employee: 7, party: "9901" });
  });
  app.get("/answered", async () => "done");
  app.get("/refused", async () => {
    throw new Refusal(403, "role-required");
  });
  app.get("/unavailable", async () => {
    throw Object.assign(new Error("the database is starting"), { code: "57P03" });
  });
});
afterEach(async () => {
  await app.close();
  vi.useRealTimers();
});

const signedIn = { cookie: "__Host-session=7.secret" };

test("each request leaves a line, with the employee who asked", async () => {
  await app.inject({ url: "/answered", headers: signedIn });
  expect(lines).toMatchObject([{ msg: "request completed", status: 200, employee: 7 }]);
  expect(lines[0]).not.toHaveProperty("ip");
});

test("a refusal says who was refused: the employee, and from where", async () => {
  await app.inject({ url: "/refused", headers: signedIn, remoteAddress: "192.0.2.1" });
  await app.inject({ url: "/nowhere", remoteAddress: "192.0.2.2" });
  expect(lines).toMatchObject([
    { msg: "request refused", status: 403, employee: 7, ip: "192.0.2.1" },
    { msg: "request refused", status: 404, ip: "192.0.2.2" },
  ]);
});

test("of all that are told to come again there is one line, after a second, with how many and why", async () => {
  for (let count = 0; count < 30; count++) expect((await app.inject("/unavailable")).statusCode).toBe(503);
  expect(lines).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(lines).toMatchObject([{ count: 30, causes: { "57P03: the database is starting": 30 } }]);
  expect(lines[0]).not.toHaveProperty("err");
});

test("an outage of an hour in which somebody asks every second leaves a line a minute, and none of them is lost", async () => {
  for (let second = 0; second < 3_600; second++) {
    app.noteUnavailable(new Error("gone"));
    vi.advanceTimersByTime(1_000);
  }
  expect(lines.length).toBeLessThan(70);
  vi.advanceTimersByTime(60_000);
  expect(lines.reduce((sum, { count }) => sum + Number(count), 0)).toBe(3_600);
  // All is well for a while: the next time is told at once again.
  vi.advanceTimersByTime(60_000);
  const before = lines.length;
  app.noteUnavailable(new Error("gone again"));
  vi.advanceTimersByTime(1_000);
  expect(lines.slice(before)).toMatchObject([{ count: 1, causes: { "gone again": 1 } }]);
});

test("a server that ends says what it has gathered, once", async () => {
  app.noteUnavailable(new Error("gone"));
  await app.close();
  expect(lines).toMatchObject([{ count: 1, causes: { gone: 1 } }]);
  vi.advanceTimersByTime(600_000);
  expect(lines).toHaveLength(1);
});
