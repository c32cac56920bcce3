import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { patiently } from "../../../../test/patience.ts";
import { readConfig } from "../../config.ts";
import { createLogger } from "../../log.ts";
import { createServer } from "../create-server.ts";
import type { App } from "../server.ts";

/** A server that has so many things under way at a time, and does each when it is told to. */
let app: App;
let working: (() => void)[];
/** Of bodies that are being read the addresses */
let seen: string[];
/** How often somebody came to the door */
let entered: number;
async function open(atOnce: number): Promise<void> {
  working = [];
  seen = [];
  entered = 0;
  const config = readConfig({ NODE_ENV: "test", DATABASE_POOL_SIZE: String(atOnce) });
  app = await createServer({ config, logger: createLogger("silent"), formTargets: [] });
  const work = () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    working.push(() => resolve("done"));
    return promise;
  };
  const enter = app.admission.enter;
  app.admission.enter = (waiter) => {
    entered++;
    enter(waiter);
  };
  app.get("/work", work);
  app.post("/work", { preParsing: async ({ url }) => void seen.push(url) }, work);
  app.get("/knock", { config: { signsIn: true } }, work);
  app.get("/page", { config: { comeAgainPage: () => "<p>Σε λίγο" } }, work);
  app.get("/abroad", { config: { waitsAbroad: true } }, work);
  app.get("/stream", (_request, reply) => reply.send(goingOn()));
  app.get("/cached", { config: { isCached: ({ headers }) => headers.cookie === undefined } }, async () => "as it was");
  app.get("/watch", { config: { isWatch: true } }, async () => "alive");
  app.get("/sign-in", async (request) => app.rememberCaller(request, { employee: 1, party: "9901" }));
}
beforeEach(async () => {
  // Else a loaded machine would be late, and be told so. Only where a test says so does time go on.
  vi.useFakeTimers({ toFake: ["performance"] });
  await open(1);
});
afterEach(async () => {
  vi.useRealTimers();
  await app.close();
});

/** Begun now: an injected request begins only when somebody waits for it. */
const ask = async (url: string) => await app.inject(url);

function goingOn(): Readable {
  const stream = new Readable({ read: () => {} });
  stream.push("beginning");
  return stream;
}

const until = (isSo: () => boolean) => expect.poll(isSo, { interval: 1, timeout: patiently(20_000) }).toBe(true);

test("what can't be answered soon is refused at once, and the watch goes on", async () => {
  const first = ask("/work");
  await until(() => working.length === 1);
  const others = Array.from({ length: 203 }, () => ask("/work"));
  const refused = await Promise.all(others.slice(200));
  for (const { statusCode, headers } of refused)
    expect([statusCode, Number(headers["retry-after"]) > 0, "content-security-policy" in headers]).toEqual([
      503,
      true,
      true,
    ]);
  expect(app.admission.counts()).toEqual({ underWay: 1, waiting: 200 });
  expect((await app.inject("/watch")).statusCode).toBe(200);
  expect(working).toHaveLength(1);
  const over = Promise.all([first, ...others.slice(0, 200)]);
  for (let done = 0; done <= 200; done++) {
    await until(() => working.length > done);
    working[done]?.();
  }
  expect(new Set((await over).map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  expect(app.admission.counts()).toEqual({ underWay: 0, waiting: 0 });
});

test("staff whose session is known have places of their own beside strangers, and one session a part of them", async () => {
  await app.close();
  await open(4);
  const cookies = { "__Host-session": "known" };
  await app.inject({ url: "/sign-in", cookies });
  const strangers = [ask("/work"), ask("/work")];
  await until(() => app.admission.counts().waiting === 1);
  const staff = [1, 2, 3].map(async () => await app.inject({ url: "/work", cookies }));
  await until(() => app.admission.counts().waiting === 2);
  expect(app.admission.counts()).toEqual({ underWay: 3, waiting: 2 });
  for (let done = 0; done < 5; done++) {
    await until(() => working.length > done);
    working[done]?.();
  }
  expect((await Promise.all([...strangers, ...staff])).map(({ statusCode }) => statusCode)).toEqual(Array(5).fill(200));
});

test("an office leaves a place to others, however many of its people ask", async () => {
  await app.close();
  await open(4);
  const people = ["one", "two"].map((session) => ({ "__Host-session": session }));
  for (const cookies of people) await app.inject({ url: "/sign-in", cookies });
  const asked = [...people, ...people].map(async (cookies) => await app.inject({ url: "/work", cookies }));
  await until(() => app.admission.counts().waiting === 1);
  expect(app.admission.counts()).toEqual({ underWay: 3, waiting: 1 });
  for (let done = 0; done < 4; done++) {
    await until(() => working.length > done);
    working[done]?.();
  }
  expect((await Promise.all(asked)).map(({ statusCode }) => statusCode)).toEqual(Array(4).fill(200));
});

test("of strangers who wait, the next is one whose address has nothing under way", async () => {
  await app.close();
  await open(13);
  const begun: string[] = [];
  app.addHook("preHandler", async ({ ip }) => void begun.push(ip));
  const ask = async (remoteAddress: string) => await app.inject({ url: "/work", remoteAddress });
  const asked = ["192.0.2.1", "192.0.2.3", "192.0.2.5", "192.0.2.1", "192.0.2.2"].map(ask);
  await until(() => app.admission.counts().waiting === 2);
  working[1]?.();
  await until(() => working.length === 4);
  expect(begun).toEqual(["192.0.2.1", "192.0.2.3", "192.0.2.5", "192.0.2.2"]);
  working[0]?.();
  await until(() => working.length === 5);
  for (const done of working) done();
  await Promise.all(asked);
});

test("whoever has waited for four seconds is told to come again", async () => {
  const first = ask("/work");
  await until(() => working.length === 1);
  const waits = ask("/work");
  await until(() => app.admission.counts().waiting === 1);
  vi.advanceTimersByTime(4_000);
  expect((await waits).statusCode).toBe(503);
  working[0]?.();
  expect((await first).statusCode).toBe(200);
});

test("where somebody has waited at each look for three quarters of a second, no more wait than are answered soon", async () => {
  const first = ask("/work");
  await until(() => working.length === 1);
  const others = Array.from({ length: 30 }, () => ask("/work"));
  await until(() => app.admission.counts().waiting === 30);
  vi.advanceTimersByTime(750);
  // They are only refused when somebody comes who has better prospects: at the latest after the next look.
  const newcomers: Promise<unknown>[] = [];
  await until(() => {
    newcomers.push(app.inject({ url: "/work", remoteAddress: `192.0.2.${newcomers.length}` }).then());
    return app.admission.counts().waiting <= 1;
  });
  expect(new Set((await Promise.all(others)).map(({ statusCode }) => statusCode))).toEqual(new Set([503]));
  working[0]?.();
  await until(() => working.length === 2);
  working[1]?.();
  await Promise.all([first, ...newcomers]);
});

test("whoever waits for foreign servers keeps nobody's place", async () => {
  const signIn = ask("/abroad");
  await until(() => working.length === 1);
  const next = ask("/work");
  await until(() => working.length === 2);
  for (const done of working) done();
  expect((await Promise.all([signIn, next])).map(({ statusCode }) => statusCode)).toEqual([200, 200]);
});

test("an answer that goes on keeps nobody's place", async () => {
  const stream = await app.inject({ url: "/stream", payloadAsStream: true });
  const next = ask("/work");
  await until(() => working.length === 1);
  working[0]?.();
  expect((await next).statusCode).toBe(200);
  stream.stream().destroy();
});

test("whoever hangs up keeps the place until what was begun has ended", async () => {
  const hangUp = await askingForWork();
  await until(() => working.length === 1);
  await hangUp();
  const next = ask("/work");
  await until(() => app.admission.counts().waiting === 1);
  working[0]?.();
  await until(() => working.length === 2);
  working[1]?.();
  expect((await next).statusCode).toBe(200);
  expect(app.admission.counts()).toEqual({ underWay: 0, waiting: 0 });
});

test("whoever hangs up while waiting has nothing begun, and takes no place of those who wait", async () => {
  const first = ask("/work");
  await until(() => working.length === 1);
  const hangUp = await askingForWork();
  await until(() => app.admission.counts().waiting === 1);
  await hangUp();
  expect(app.admission.counts()).toEqual({ underWay: 1, waiting: 0 });
  working[0]?.();
  await first;
  expect(app.admission.counts()).toEqual({ underWay: 0, waiting: 0 });
  expect(working).toHaveLength(1);
});

test("whoever is still sending keeps nobody's place; once all is there it waits for its turn", async () => {
  const sending = await connected();
  sending.write(POST);
  await until(() => seen.length === 1);
  const first = ask("/work");
  await until(() => working.length === 1);
  sending.write("}");
  await until(() => app.admission.counts().waiting === 1);
  expect(app.admission.counts()).toEqual({ underWay: 1, waiting: 1 });
  working[0]?.();
  await until(() => working.length === 2);
  working[1]?.();
  await first;
  const [answer] = await once(sending, "data");
  expect(String(answer)).toContain("200 OK");
  expect(app.admission.counts()).toEqual({ underWay: 0, waiting: 0 });
  sending.destroy();
});

test("what came whole is let in once, and keeps its place from then on", async () => {
  const sending = await connected();
  sending.write(`${POST}}`);
  await until(() => working.length === 1);
  expect(entered).toBe(1);
  working[0]?.();
  sending.destroy();
});

test("those of one network of IPv6 are one address", async () => {
  await app.close();
  await open(13);
  const from = async (remoteAddress: string) => await app.inject({ url: "/work", remoteAddress });
  const asked = ["2001:db8::1", "2001:db8::2", "2001:db8:0:1::1"].map(from);
  await until(() => app.admission.counts().waiting === 1);
  expect(app.admission.counts()).toEqual({ underWay: 2, waiting: 1 });
  working[0]?.();
  await until(() => working.length === 3);
  for (const done of working) done();
  await Promise.all(asked);
});

test("a crowd of strangers leaves places to those who sign in, and to those whose session is not known yet", async () => {
  await app.close();
  await open(20);
  const strangers = Array.from({ length: 9 }, async (_, index) =>
    app.inject({ url: "/work", remoteAddress: `192.0.2.${index}` }),
  );
  await until(() => app.admission.counts().waiting === 4);
  const others = [ask("/knock"), app.inject({ url: "/work", cookies: { "__Host-session": "not known yet" } })];
  others.push(ask("/knock"));
  await until(() => working.length === 7);
  expect(app.admission.counts()).toEqual({ underWay: 7, waiting: 5 });
  for (let done = 0; done < 12; done++) {
    await until(() => working.length > done);
    working[done]?.();
  }
  const statuses = (await Promise.all([...strangers, ...others])).map(({ statusCode }) => statusCode);
  expect(statuses).toEqual(Array(12).fill(200));
});

test("a person who asks for a page reads when to come again", async () => {
  const first = ask("/work");
  await until(() => working.length === 1);
  const others = Array.from({ length: 200 }, () => ask("/work"));
  await until(() => app.admission.counts().waiting === 200);
  const { statusCode, headers, body } = await app.inject("/page");
  expect([statusCode, headers["content-type"], body]).toEqual([503, "text/html; charset=utf-8", "<p>Σε λίγο"]);
  expect(headers["content-security-policy"]).toContain("style-src 'self'");
  expect(Number(headers["retry-after"])).toBeGreaterThan(0);
  for (let done = 0; done <= 200; done++) {
    await until(() => working.length > done);
    working[done]?.();
  }
  await Promise.all([first, ...others]);
});

/** All but its last byte */
const POST = [
  "POST /work HTTP/1.1",
  "host: x",
  "sec-fetch-site: same-origin",
  "content-type: application/json",
  "content-length: 2",
  "",
  "{",
].join("\r\n");

async function connected(): Promise<Socket> {
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.addresses()[0] as { port: number };
  const socket = connect(port, "127.0.0.1");
  await once(app.server, "connection");
  return socket;
}

/** Answers with how to hang up. */
async function askingForWork(): Promise<() => Promise<void>> {
  const served = once(app.server, "connection") as Promise<[Socket]>;
  const socket = await connected();
  const [side] = await served;
  socket.write("GET /work HTTP/1.1\r\nhost: x\r\n\r\n");
  return async () => {
    socket.destroy();
    await once(side, "close");
  };
}

test("what is cached is answered beside others at work; what is not waits", async () => {
  const first = ask("/work");
  await until(() => working.length === 1);
  expect((await ask("/cached")).statusCode).toBe(200);
  const known = app.inject({ url: "/cached", headers: { cookie: "a=b" } });
  let isAnswered = false;
  void known.then(() => {
    isAnswered = true;
  });
  await until(() => app.admission.counts().waiting === 1);
  expect(isAnswered).toBe(false);
  working[0]?.();
  expect((await Promise.all([first, known])).map(({ statusCode }) => statusCode)).toEqual([200, 200]);
});
