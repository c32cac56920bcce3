import { gunzipSync } from "node:zlib";
import Fastify from "fastify";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { html } from "../text/html.ts";
import { compression } from "./compression.ts";
import { readyPages, sendReadyPage } from "./ready-page.ts";
import type { App } from "./server.ts";

const app = Fastify();
let answer: object;
let made = 0;
const ready = readyPages(() => {
  made++;
  return html`<p>${"Ώρες ".repeat(1_000)}</p>`;
});
beforeAll(async () => {
  await compression(app as unknown as App);
  app.get("/", (request, reply) => sendReadyPage(request, reply, ready(answer)));
});
afterAll(() => app.close());
beforeEach(() => {
  [answer, made] = [{}, 0];
});

const asked = (accepted?: string) => app.inject({ url: "/", headers: accepted ? { "accept-encoding": accepted } : {} });

test("a page is made once for all who are told the same, and anew for another answer", async () => {
  const [first, second] = [await asked("gzip"), await asked("gzip, deflate, br, zstd")];
  expect(second.rawPayload).toEqual(first.rawPayload);
  expect(made).toBe(1);
  answer = {};
  await asked("gzip");
  expect(made).toBe(2);
});

test.each([
  ["gzip, deflate, br", "gzip"],
  ["br;q=1, gzip;q=0.5", "gzip"],
  ["gzip;q=0", undefined],
  ["identity", undefined],
  [undefined, undefined],
])("whoever takes %s is sent it as %s", async (accepted, encoding) => {
  const sent = await asked(accepted);
  expect(sent.headers).toMatchObject({ "content-type": "text/html; charset=utf-8", vary: "accept-encoding" });
  expect(sent.headers["content-encoding"]).toBe(encoding);
  const text = (encoding ? gunzipSync(sent.rawPayload) : sent.rawPayload).toString();
  expect(text).toBe(`<p>${"Ώρες ".repeat(1_000)}</p>`);
});
