import { gunzipSync } from "node:zlib";
import { Registry } from "prom-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, wish } from "../../../test/booking-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { readConfig } from "../config.ts";
import { createLogger } from "../log.ts";
import { createServer } from "./create-server.ts";
import { measureAtScrape, serveMetrics } from "./metrics.ts";

let world: World;
let desk: BookingDesk;
beforeAll(async () => {
  world = await aWorld();
  desk = await aBookingDesk(world);
});
afterAll(() => world.close());

test("metrics are read at an address of their own, this machine's unless it is set", async () => {
  await desk.booked("11:00");
  const { address, stop } = await serveMetrics(world.app.metrics, readConfig({ NODE_ENV: "test" }));
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
  const answer = await fetch(address);
  expect(answer.headers.get("content-type")).toContain("text/plain");
  const text = await answer.text();
  for (const line of [
    'http_requests_total{method="POST",route="/api/offices/:office/appointments",status="201"} 1',
    'http_requests_now{state="waiting"} 0',
    'database_connections{state="waited for"} 0',
    "live_hearing 0",
    'cache_requests_total{cache="callers by session",result="hit"}',
    'cache_entries{cache="callers by session"}',
    "live_desks 0",
    'http_request_seconds_bucket{le="+Inf",kind="write"} 1',
  ])
    expect(text).toContain(line);
  expect((await fetch(address.replace("metrics", ""))).status).toBe(404);
  const taken = readConfig({ NODE_ENV: "test", METRICS_PORT: new URL(address).port });
  await expect(serveMetrics(world.app.metrics, taken)).rejects.toThrow(/^Port \d+ of 127\.0\.0\.1 .*set METRICS_PORT/);
  await stop();
  expect((await world.app.inject("/metrics")).statusCode).toBe(404);
});

test("bookings are counted once however often they are asked for, and collisions by their code", async () => {
  const read = async (name: string) => {
    const found = (await world.app.metrics.getMetricsAsJSON()).find((metric) => metric.name === name);
    return found?.values.find(({ labels }) => labels.code === undefined || labels.code === "slot-taken")?.value ?? 0;
  };
  const before = await read("bookings_total");
  for (const key of ["one", "one", "another"]) await desk.book(wish("12:00"), key);
  expect([(await read("bookings_total")) - before, await read("refusals_total")]).toEqual([1, 1]);
});

test("what the database is asked for is asked once, and only when the numbers are read; without an answer it is no number", async () => {
  const registry = new Registry();
  let asked = 0;
  const ask = () => (asked++ === 0 ? Promise.resolve({ first: 1, second: 2 }) : Promise.reject(new Error("away")));
  measureAtScrape(registry, { first: "One", second: "Other" }, ask);
  expect(asked).toBe(0);
  expect(await registry.metrics()).toMatch(/first 1\n[\s\S]*second 2/);
  expect([asked, await registry.metrics()]).toEqual([1, expect.stringMatching(/first Nan/i)]);
});

test("they stay few, however many routes are asked", async () => {
  for (const path of ["", "/services", "/settings", "/staff", "/queues", "/exceptions", "/weeks", "/no-such"])
    await desk.clerk.ask("GET", `${desk.office.code}${path}`);
  const lines = (await world.app.metrics.metrics()).split("\n");
  // How many tell of the process and its memory depends on what it has done by then.
  expect(lines.filter((line) => line.startsWith("http_")).length).toBeLessThan(100);
  expect(lines.length).toBeLessThan(500);
});

test("the contract is written once, and not sent again to whoever has it", async () => {
  const first = await world.app.inject("/openapi.json");
  const etag = String(first.headers.etag);
  expect([first.statusCode, first.json().openapi]).toEqual([200, "3.1.0"]);
  const names = Object.keys(first.json().components.schemas);
  expect(names).toEqual(expect.arrayContaining(["Appointment", "Problem", "RulingHistory", "Day"]));
  expect(names.filter((name) => !/^([A-Z][a-z]+)+$/.test(name))).toEqual([]);
  const again = await world.app.inject({ url: "/openapi.json", headers: { "if-none-match": etag } });
  expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, "", etag]);
  const packed = await world.app.inject({ url: "/openapi.json", headers: { "accept-encoding": "gzip, deflate, br" } });
  expect(packed.headers["content-encoding"]).toBe("gzip");
  expect(JSON.parse(gunzipSync(packed.rawPayload).toString())).toEqual(first.json());
});

test("an answer that could not be routed says that it wants https", async () => {
  const bare = await world.app.inject("/%zz");
  expect([bare.statusCode, bare.headers["strict-transport-security"]]).toEqual([
    400,
    expect.stringContaining("max-age="),
  ]);
});

test("a desk that goes on listening is no slow answer", async () => {
  const app = await createServer({ config: readConfig({}), logger: createLogger("silent"), formTargets: [] });
  app.get("/api/events", async (_request, reply) => reply.type("text/event-stream").send("event: beat\n\n"));
  app.get("/api/day", async () => ({}));
  for (const path of ["/api/events", "/api/day"]) await app.inject(path);
  const text = await app.metrics.metrics();
  expect(text).toContain('http_requests_total{method="GET",route="/api/events",status="200"} 1');
  expect(text).toContain('http_request_seconds_count{kind="read"} 1');
  await app.close();
});
