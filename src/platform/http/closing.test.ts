import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setImmediate as afterReading } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { patiently } from "../../../test/patience.ts";
import { readConfig } from "../config.ts";
import { createLogger } from "../log.ts";
import { createServer } from "./create-server.ts";
import type { App } from "./server.ts";

/** A server that is told to stop while it is asked. */
let app: App;
let answers: (() => void)[];
const sockets: Socket[] = [];
beforeEach(async () => {
  answers = [];
  app = await createServer({
    config: readConfig({ NODE_ENV: "test" }),
    logger: createLogger("silent"),
    formTargets: [],
  });
  app.get("/slow", () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    answers.push(() => resolve("slow"));
    return promise;
  });
  app.get("/quick", async () => "quick");
  await app.listen({ port: 0, host: "127.0.0.1" });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await app.close();
});

async function aConnection(): Promise<Socket> {
  const socket = connect((app.addresses()[0] as { port: number }).port, "127.0.0.1");
  sockets.push(socket);
  await once(socket, "connect");
  return socket;
}

const until = (isSo: () => boolean) => expect.poll(isSo, { interval: 1, timeout: patiently(20_000) }).toBe(true);

const ask = (socket: Socket, path: string) => socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`);

/** What comes next on it, or that it was closed before anything came. */
const heard = async (socket: Socket): Promise<string> =>
  String(await Promise.race([once(socket, "data"), once(socket, "close").then(() => "closed without an answer")]));

test("answers that were under way say that their connection closes", async () => {
  const socket = await aConnection();
  ask(socket, "/slow");
  await until(() => answers.length === 1);
  const closing = app.close();
  await afterReading();
  await afterReading();
  answers[0]?.();
  expect(await heard(socket)).toMatch(/^HTTP\/1.1 200 OK[\s\S]*\r\nconnection: close\r\n/i);
  await closing;
});

test("a request that arrives at the moment when idle connections are closed is answered", async () => {
  const socket = await aConnection();
  ask(socket, "/quick");
  expect(await heard(socket)).toContain("200 OK");
  const closing = app.close();
  await until(() => !app.server.listening);
  // From here the program goes on to its timers before it reads what has come.
  await afterReading();
  ask(socket, "/quick");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500);
  expect(await heard(socket)).toMatch(/^HTTP\/1.1 200 OK[\s\S]*\r\nconnection: close\r\n/i);
  await closing;
});

test("nobody is waited for who asks nothing", async () => {
  const socket = await aConnection();
  ask(socket, "/quick");
  await heard(socket);
  const closed = once(socket, "close");
  await app.close();
  await closed;
});
