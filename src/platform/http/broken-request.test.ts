import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../config.ts";
import { createLogger } from "../log.ts";
import { createServer } from "./create-server.ts";
import type { App } from "./server.ts";

let app: App;
beforeAll(async () => {
  app = await createServer({ config: readConfig({}), logger: createLogger("silent"), formTargets: [] });
  await app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(() => app.close());

async function answerTo(sent: string): Promise<string> {
  const socket = connect((app.server.address() as AddressInfo).port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(sent);
  return text(socket);
}

test("what can't be read as a request is answered with a problem all the same", async () => {
  const unread = await answerTo("NOT HTTP\r\n\r\n");
  expect(unread).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(unread).toContain('"code":"request-malformed"');
  const tooLong = await answerTo(`GET / HTTP/1.1\r\nhost: a\r\nx: ${"x".repeat(20_000)}\r\n\r\n`);
  expect(tooLong).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/);
  expect(tooLong).toContain('"code":"request-too-large"');
  for (const header of ["strict-transport-security", "x-content-type-options: nosniff", "connection: close"])
    expect(tooLong).toContain(header);
});
