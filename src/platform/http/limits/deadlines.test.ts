import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { FastifyRequest } from "fastify";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readConfig } from "../../config.ts";
import { timeLeft } from "../../deadline.ts";
import { createLogger } from "../../log.ts";
import { createServer } from "../create-server.ts";
import type { App } from "../server.ts";

/** The clock stands still but when it is told to go on. */
let app: App;
const reading = Promise.withResolvers<void>();
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  app = await createServer({
    config: readConfig({ NODE_ENV: "test" }),
    logger: createLogger("silent"),
    formTargets: [],
  });
  const left = async () => {
    const atFirst = timeLeft();
    vi.advanceTimersByTime(1_000);
    return { atFirst, later: timeLeft() };
  };
  app.get("/left", left);
  const preParsing = async ({ headers }: FastifyRequest) => {
    if (headers["content-length"] === "2") reading.resolve();
  };
  app.post("/left", { preParsing }, left);
  const errorHandler = () => {
    vi.advanceTimersByTime(1_000);
    return { left: timeLeft() };
  };
  app.post("/unread", { errorHandler }, left);
});
afterAll(async () => {
  await app.close();
  vi.useRealTimers();
});

const OWN = { "sec-fetch-site": "same-origin" };
const JSON_BODY = { "content-type": "application/json" };

test("every request has less than five seconds for all that it does, with a body or without", async () => {
  for (const request of [{ method: "GET" }, { method: "POST", payload: { some: "body" } }] as const) {
    const { atFirst, later } = (await app.inject({ url: "/left", ...request, headers: OWN })).json();
    expect([atFirst, later]).toEqual([4_700, 3_700]);
  }
});

test("the time that a body takes on its way is not the request's", async () => {
  await app.listen({ port: 0, host: "127.0.0.1" });
  const socket = connect((app.addresses()[0] as { port: number }).port, "127.0.0.1");
  const answer = new Promise<string>((resolve) => socket.once("data", (data) => resolve(String(data))));
  const head = ["POST /left HTTP/1.1", "host: x", "sec-fetch-site: same-origin", "content-type: application/json"];
  socket.write([...head, "content-length: 2", "", "{"].join("\r\n"));
  await reading.promise;
  vi.advanceTimersByTime(60_000);
  socket.write("}");
  expect(await answer).toContain('"atFirst":4700');
  socket.destroy();
});

test("a form that has not come within some seconds is given up, and what is longer has longer", async () => {
  const { port } = app.addresses()[0] as { port: number };
  const head = ["POST /left HTTP/1.1", "host: x", "sec-fetch-site: same-origin", "content-type: application/json"];
  const [longer, inPieces, form] = ["content-length: 60000", "transfer-encoding: chunked", "content-length: 3"].map(
    (length) => {
      const socket = connect(port, "127.0.0.1");
      socket.write([...head, length, "", "{"].join("\r\n"));
      return socket;
    },
  ) as [Socket, Socket, Socket];
  const begun = Date.now();
  const [answer] = await once(form, "data");
  expect(String(answer)).toContain("408 Request Timeout");
  await once(form, "close");
  // Long before the server ends whatever has not come.
  expect(Date.now() - begun).toBeLessThan(14_000);
  expect([longer, inPieces].map(({ destroyed }) => destroyed)).toEqual([false, false]);
  for (const socket of [longer, inPieces]) socket.destroy();
});

test("whoever sends what can't be read is answered within the same time", async () => {
  const reply = await app.inject({ method: "POST", url: "/unread", payload: "{", headers: { ...OWN, ...JSON_BODY } });
  expect(reply.json()).toEqual({ left: 4_700 });
});

test("outside of requests there is no end", () => {
  expect(timeLeft()).toBe(Number.POSITIVE_INFINITY);
});
