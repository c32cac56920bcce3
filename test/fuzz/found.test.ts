import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk, wish } from "../booking-desk.ts";
import { aWorld, type World } from "../world.ts";

/** What generated calls found once stays found. */
let world: World;
let desk: BookingDesk;
beforeAll(async () => {
  world = await aWorld();
  desk = await aBookingDesk(world);
});
afterAll(() => world.close());

test.each(["0000-01-01", "0001-01-01", "1999-12-31", "2100-01-01", "9999-12-31"])(
  "no day, no free times and no booking on %s, of which no holidays are known",
  async (date) => {
    const { code } = desk.office;
    for (const reply of [
      await desk.clerk.ask("GET", `${code}/days/${date}`),
      await desk.clerk.ask("GET", `${code}/availability?from=${date}&to=${date}`),
      await desk.book(wish("11:30", { date })),
    ]) {
      expect(reply.status).toBe(400);
      expect(reply.body.errors[0]).toMatchObject({
        code: "date-invalid",
        message: expect.stringMatching(/01\/01\/2000 .*31\/12\/2099/),
      });
    }
  },
);

test("the last day that may be booked offers no alternatives after it", async () => {
  const reply = await desk.book(wish("23:00", { date: "2099-12-31" }));
  expect(reply.status).toBe(409);
  expect(reply.body.alternatives.map(({ date }: { date: string }) => date)).toEqual(Array(3).fill("2099-12-31"));
});

test("a service with a NUL in its code is unknown, not a fault of the server", async () => {
  expect((await desk.book(wish("11:30", { service: "\u0000" }))).body.errors[0].code).toBe("service-unknown");
  const path = `${desk.office.code}/availability?from=2026-11-24&to=2026-11-24&service=%00`;
  expect((await desk.clerk.ask("GET", path)).status).toBe(422);
});

test("what is no id is not found, by moving too", async () => {
  for (const id of ["%00", "1", "constructor"]) {
    const reply = await desk.move(id, { date: "2026-11-24", time: "11:30", queue: 1 }, 1);
    expect([reply.status, reply.body.code]).toEqual([404, "appointment-not-found"]);
  }
});

test.each([
  ["an address that is none", { url: "/api/offices/%zz" }, 400, "request-malformed"],
  ["an endless parameter", { url: `/api/offices/${"x".repeat(300)}` }, 414, "request-too-large"],
  [
    "a body that is no JSON",
    { method: "POST", payload: "{", headers: { "content-type": "application/json" } },
    400,
    "request-malformed",
  ],
  ["a megabyte", { method: "POST", payload: { notes: "α".repeat(500_000) } }, 413, "request-too-large"],
  [
    "XML",
    { method: "POST", payload: "<a/>", headers: { "content-type": "text/xml" } },
    415,
    "content-type-unsupported",
  ],
  ["a method that it has not", { method: "DELETE" }, 405, "method-not-allowed"],
] as const)("%s is refused in words", async (_, call, status, code) => {
  const { headers = {}, ...rest } = { headers: {}, ...call };
  const reply = await world.app.inject({
    method: "GET",
    url: `/api/offices/${desk.office.code}/appointments`,
    ...rest,
    headers: { cookie: desk.clerk.cookie, "sec-fetch-site": "same-origin", ...headers },
  });
  expect(reply.headers).toMatchObject({
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  expect(reply.json()).toMatchObject({ status, code, title: expect.stringMatching(/[α-ώ]/) });
});

test.each([
  ["no HTTP", "Ελένη\r\n\r\n", "HTTP/1.1 400 "],
  ["headers without end", `GET / HTTP/1.1\r\nx: ${"x".repeat(20_000)}\r\n\r\n`, "HTTP/1.1 431 "],
])("%s is answered by hand with the same kind of document", async (_, sent, expected) => {
  if (!world.app.server.listening) await world.app.listen({ port: 0, host: "127.0.0.1" });
  const address = world.app.server.address();
  const socket = connect(typeof address === "object" && address ? address.port : 0, "127.0.0.1");
  socket.write(sent);
  const answer = await text(socket);
  expect(answer.startsWith(expected)).toBe(true);
  expect(answer).toContain("application/problem+json");
  expect(JSON.parse(answer.slice(answer.indexOf("\r\n\r\n"))).title).toMatch(/[α-ώ]/);
});
