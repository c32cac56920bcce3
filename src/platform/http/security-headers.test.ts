import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../config.ts";
import { createLogger } from "../log.ts";
import { createServer } from "./create-server.ts";
import { pages } from "./pages.ts";
import type { App } from "./server.ts";

let app: App;
let folder: string;
beforeAll(async () => {
  folder = `${await mkdtemp(`${tmpdir()}/visits-headers-`)}/`;
  await mkdir(`${folder}assets`);
  await writeFile(`${folder}index.html`, '<!doctype html><html lang="el"><title>Πλατφόρμα</title>');
  for (const name of ["day.js", "day.css", "font.woff2", "mark.svg"]) await writeFile(`${folder}assets/${name}`, name);
  app = await createServer({
    config: readConfig({}),
    logger: createLogger("silent"),
    formTargets: ["https://sign-in.example"],
  });
  app.get("/near", { config: { asksPlace: true } }, async (_request, reply) => reply.type("text/html").send("<p>"));
  app.get("/api/day", async () => ({ appointments: [] }));
  app.get("/file.csv", async (_request, reply) => reply.type("text/csv; charset=utf-8").send("α;β"));
  app.get("/own", async (_request, reply) =>
    reply.headers({ "cache-control": "public, max-age=60", "referrer-policy": "no-referrer" }).send({}),
  );
  app.get("/away", async (_request, reply) => reply.redirect("/api/day", 303));
  await pages(app, folder, {
    isPage: (path) => path === "/",
    isOfApplication: () => false,
    unknownPage: async () => "<p>",
    hasSession: () => false,
    trial: false,
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

/** What stands before the body, as it travels. */
async function headOf(path: string, asking = ""): Promise<string> {
  const { port } = app.server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.write(`GET ${path} HTTP/1.1\r\nhost: kep\r\naccept: text/html\r\n${asking}\r\n`);
  let text = "";
  for await (const chunk of socket) {
    text += chunk;
    if (text.includes("\r\n\r\n")) break;
  }
  return text.slice(0, text.indexOf("\r\n\r\n") + 4);
}

const valuesIn = (head: string): ReadonlyMap<string, string> =>
  new Map(
    head
      .trimEnd()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(": ", 2) as [string, string]),
  );

/** What a scanner of headers asks of every answer, and of a page besides. */
const OF_EVERY: Readonly<Record<string, RegExp>> = {
  "strict-transport-security": /^max-age=31536000; includeSubDomains$/,
  "x-content-type-options": /^nosniff$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "content-security-policy": /^default-src 'none';.*frame-ancestors 'none'/,
  "cache-control": /^(no-store|public, max-age=31536000, immutable)$/,
};
const OF_PAGE: Readonly<Record<string, RegExp>> = {
  "content-security-policy":
    /^default-src 'none';script-src 'self';style-src 'self';.*base-uri 'none';.*form-action 'self' https:\/\/sign-in\.example$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "origin-agent-cluster": /^\?1$/,
  "permissions-policy": /^camera=\(\), microphone=\(\), .*geolocation=\(\)$/,
  "referrer-policy": /^same-origin$/,
  "x-frame-options": /^DENY$/,
};

const missing = (head: string, wanted: Readonly<Record<string, RegExp>>): string[] => {
  const values = valuesIn(head);
  return Object.entries(wanted).flatMap(([name, like]) =>
    like.test(values.get(name) ?? "") ? [] : [`${name}: ${values.get(name)}`],
  );
};

test("a page has all protections, and may ask where the browser is only where its route says so", async () => {
  for (const path of ["/", "/nonsense"]) {
    const head = await headOf(path);
    expect([...missing(head, OF_EVERY), ...missing(head, OF_PAGE)], path).toEqual([]);
    expect(Buffer.byteLength(head), head).toBeLessThanOrEqual(830);
  }
  const near = await headOf("/near");
  expect(missing(near, OF_PAGE)).toEqual([expect.stringMatching(/^permissions-policy: .*geolocation=\(self\)$/)]);
});

test.each([
  ["the API", "/api/day", 420],
  ["a refusal", "/api/nonsense", 440],
  ["a file", "/file.csv", 410],
  ["the way elsewhere", "/away", 400],
  ["a style", "/assets/day.css", 550],
  ["a font", "/assets/font.woff2", 540],
  ["a picture", "/assets/mark.svg", 540],
  ["a script", "/assets/day.js", 580],
])("%s has what protects it, and no more: %s in %i bytes", async (_name, path, most) => {
  const head = await headOf(path);
  expect(missing(head, OF_EVERY)).toEqual([]);
  expect(Object.keys(OF_PAGE).filter((name) => name !== "content-security-policy" && valuesIn(head).has(name))).toEqual(
    [],
  );
  expect(Buffer.byteLength(head), head).toBeLessThanOrEqual(most);
});

test("a worker may fetch its own scripts, and data opened by its address may do nothing", async () => {
  const policy = async (path: string) => valuesIn(await headOf(path)).get("content-security-policy");
  expect(await policy("/assets/day.js")).toBe("default-src 'none';script-src 'self';frame-ancestors 'none'");
  expect(await policy("/api/day")).toBe("default-src 'none';frame-ancestors 'none'");
});

test("what a browser has already is confirmed in few words", async () => {
  const etag = valuesIn(await headOf("/assets/day.js")).get("etag");
  const head = await headOf("/assets/day.js", `if-none-match: ${etag}\r\n`);
  expect(head).toMatch(/^HTTP\/1\.1 304 /);
  expect(Buffer.byteLength(head), head).toBeLessThanOrEqual(300);
});

test("what a route says itself stays", async () => {
  const values = valuesIn(await headOf("/own"));
  expect([values.get("cache-control"), values.get("referrer-policy")]).toEqual(["public, max-age=60", "no-referrer"]);
});
