import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { Readable } from "node:stream";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../config.ts";
import { createLogger } from "../log.ts";
import { compression } from "./compression.ts";
import { createServer } from "./create-server.ts";
import { pages } from "./pages.ts";
import type { App } from "./server.ts";

/** What travels over a real socket, for browsers that take brotli, only gzip, or nothing compressed. */

const SCRIPT = `export const words = ${JSON.stringify("Εξυπηρέτηση ".repeat(400))};`;
const LARGE = { appointments: Array.from({ length: 200 }, (_, id) => ({ id, lastName: "ΠΑΠΑΔΟΠΟΥΛΟΥ" })) };

let app: App;
let folder: string;

beforeAll(async () => {
  folder = `${await mkdtemp(`${tmpdir()}/visits-pages-`)}/`;
  await mkdir(`${folder}assets`);
  await writeFile(`${folder}index.html`, '<!doctype html><html lang="el"><title>Πλατφόρμα</title>');
  await writeFile(`${folder}assets/day.js`, SCRIPT);
  await writeFile(`${folder}assets/day.js.br`, brotliCompressSync(SCRIPT));
  await writeFile(`${folder}assets/day.js.gz`, gzipSync(SCRIPT));
  await writeFile(`${folder}assets/font.woff2`, "wOF2");
  app = await createServer({ config: readConfig({}), logger: createLogger("silent"), formTargets: [] });
  await compression(app);
  app.get("/api/large", async () => LARGE);
  app.get("/api/small", async () => ({ status: "ok" }));
  app.get("/api/events", async (_request, reply) => {
    const body = new Readable({ read: () => {} });
    body.push("event: beat\n\n");
    return reply.type("text/event-stream; charset=utf-8").send(body);
  });
  app.post("/api/echo", async ({ body }) => ({ body }));
  await pages(app, folder, {
    isPage: (path) => path === "/" || path === "/offices/9901",
    isOfApplication: (path) => path.startsWith("/offices/"),
    unknownPage: async () => "<p>nothing",
    hasSession: (request) => request.cookies.known !== undefined,
    trial: true,
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

async function answerTo(path: string, headers: Record<string, string>): Promise<IncomingMessage> {
  const { port } = app.server.address() as AddressInfo;
  const asked = request({ port, path, headers: { ...headers, connection: "close" } });
  asked.end();
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  return answer;
}

async function bytesOf(answer: IncomingMessage): Promise<Buffer> {
  return Buffer.concat(await answer.toArray());
}

const ways = [
  { takes: "gzip, deflate, br, zstd", travels: "br", read: brotliDecompressSync },
  { takes: "gzip", travels: "gzip", read: gunzipSync },
  { takes: "identity", travels: undefined, read: (bytes: Buffer) => bytes },
] as const;

test.each(ways)(
  "a built file for a browser that takes $takes travels as $travels",
  async ({ takes, travels, read }) => {
    const answer = await answerTo("/assets/day.js", { "accept-encoding": takes });
    expect(answer.headers).toMatchObject({
      "content-type": expect.stringContaining("javascript"),
      "cache-control": "public, max-age=31536000, immutable",
      vary: expect.stringMatching(/accept-encoding/i),
    });
    expect(answer.headers["content-encoding"]).toBe(travels);
    const bytes = await bytesOf(answer);
    expect(Number(answer.headers["content-length"])).toBe(bytes.length);
    expect(read(bytes).toString()).toBe(SCRIPT);
  },
);

test("a font, compressed already, travels as it is", async () => {
  const answer = await answerTo("/assets/font.woff2", { "accept-encoding": "gzip, br" });
  expect(answer.headers["content-encoding"]).toBeUndefined();
  expect((await bytesOf(answer)).toString()).toBe("wOF2");
});

test.each(ways)(
  "a large answer for a caller that takes $takes travels as $travels",
  async ({ takes, travels, read }) => {
    const answer = await answerTo("/api/large", { "accept-encoding": takes });
    expect(answer.headers["content-encoding"]).toBe(travels);
    expect(answer.headers["cache-control"]).toBe("no-store");
    const bytes = await bytesOf(answer);
    expect(JSON.parse(read(bytes).toString())).toEqual(LARGE);
    if (travels) expect(bytes.length * 4).toBeLessThan(JSON.stringify(LARGE).length);
    expect(Number(answer.headers["content-length"]), "in one go").toBe(bytes.length);
  },
);

test.each(["/api/small", "/offices/9901"])("a small answer is not worth it: %s", async (path) => {
  const answer = await answerTo(path, { "accept-encoding": "gzip, br", accept: "text/html" });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers["content-encoding"]).toBeUndefined();
});

test("the page says when the browser has no session, so that it asks for nothing, and that this is a trial", async () => {
  const page = async (headers: Record<string, string>) =>
    (await bytesOf(await answerTo("/offices/9901", { accept: "text/html", ...headers }))).toString();
  expect(await page({})).toContain('<html data-trial="yes" data-session="none" lang="el">');
  expect(await page({ cookie: "known=1" })).toContain('<html data-trial="yes" lang="el">');
});

test("live events are not kept back by a compressor", async () => {
  const answer = await answerTo("/api/events", { "accept-encoding": "gzip, br" });
  const [first] = (await once(answer, "data")) as [Buffer];
  answer.destroy();
  expect(answer.headers["content-encoding"]).toBeUndefined();
  expect(first.toString()).toBe("event: beat\n\n");
});

test("a compressed request is not opened: a small one could become a large one", async () => {
  const answer = await app.inject({
    method: "POST",
    url: "/api/echo",
    headers: { "content-type": "application/json", "content-encoding": "gzip", "sec-fetch-site": "same-origin" },
    payload: gzipSync(JSON.stringify("x".repeat(60_000))),
  });
  expect(answer.statusCode).toBe(400);
});

test("a page answers whoever reads, and what is no page says so, to a browser with the page that tells its person", async () => {
  const answers = async (path: string, headers: Record<string, string>) => {
    const answer = await answerTo(path, headers);
    return [answer.statusCode, String(answer.headers["content-type"]).split(";")[0]];
  };
  const [page, problem] = ["text/html", "application/problem+json"];
  expect(await answers("/", { accept: "*/*" })).toEqual([200, page]);
  expect(await answers("/?day=2026-11-24", {})).toEqual([200, page]);
  expect((await app.inject({ method: "HEAD", url: "/" })).statusCode).toBe(200);
  expect(
    (await app.inject({ method: "POST", url: "/", headers: { "sec-fetch-site": "same-origin" } })).statusCode,
  ).toBe(404);
  for (const path of ["/offices/nonsense", "/nonsense"])
    expect(await answers(path, { accept: page }), path).toEqual([404, page]);
  const textAt = async (path: string) => String(await bytesOf(await answerTo(path, { accept: page })));
  expect(await textAt("/offices/nonsense")).toContain("data-trial");
  expect(await textAt("/nonsense")).toBe("<p>nothing");
  expect(await answers("/nonsense", { accept: "*/*" })).toEqual([404, problem]);
  for (const path of ["/robots.txt", "/.well-known/security.txt", "/api/nonsense", "/assets/nonsense.js"])
    expect(await answers(path, { accept: page }), path).toEqual([404, problem]);
});
