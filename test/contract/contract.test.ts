import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createClient } from "@hey-api/openapi-ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPartner } from "../partner.ts";
import { openToCitizens } from "../public-booking.ts";
import { aWorld, type World } from "../world.ts";
import { publishedContract } from "./document.ts";
import { contractFindings } from "./lint.ts";

const run = promisify(execFile);
const OWN = { "sec-fetch-site": "same-origin" };
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

let contract: string;
let world: World;
let folder: string;
beforeAll(async () => {
  contract = await publishedContract();
  world = await aWorld();
  folder = await mkdtemp(join(tmpdir(), "visits-client-"));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

test("each linter says what is wrong with a contract", async () => {
  const broken = JSON.parse(contract);
  delete broken.paths["/api/me"].get.operationId;
  broken.tags[0].description = "";
  const findings = await contractFindings(JSON.stringify(broken));
  expect(findings.join("\n")).toContain("(operation-operationId)");
  expect(findings.join("\n")).toContain("(tag-description)");
});

test("the contract is of the release that serves it", async () => {
  const { version } = JSON.parse(await readFile(here("../../package.json"), "utf8"));
  expect(JSON.parse(contract).info.version).toBe(version);
});

test("an address that is asked in another way says in which it may be", async () => {
  const { paths } = JSON.parse(contract) as { paths: Record<string, Record<string, unknown>> };
  const wrong: string[] = [];
  for (const path of Object.keys(paths).filter((path) => path.startsWith("/api/"))) {
    const url = path.replace(/\{\w+\}/g, "1");
    // «…/preview» may be an {id} of another operation.
    const alike = Object.entries(paths).filter(([each]) =>
      new RegExp(`^${each.replace(/\{\w+\}/g, "[^/]+")}$`).test(url),
    );
    const named = alike.flatMap(([, operations]) => Object.keys(operations)).map((method) => method.toUpperCase());
    const other = (["PUT", "DELETE", "PATCH", "POST"] as const).find((method) => !named.includes(method));
    const { statusCode, headers } = await world.app.inject({ method: other, url, headers: OWN });
    const allowed = String(headers.allow).split(", ");
    if (statusCode !== 405 || !named.every((name) => allowed.includes(name)))
      wrong.push(`${other} ${url}: ${statusCode}`);
  }
  expect(wrong).toEqual([]);
  expect((await world.app.inject({ method: "PUT", url: "/api/nothing", headers: OWN })).statusCode).toBe(404);
});

test("every module's contract is published", async () => {
  const modules = (await readdir(here("../../src"), { recursive: true })).filter((file) =>
    file.endsWith("/contract.ts"),
  );
  const app = await readFile(here("../../src/app.ts"), "utf8");
  expect(modules.filter((file) => !app.includes(`from "./${file}"`))).toEqual([]);
});

test("a client made of the contract compiles strictly, and takes staff and an accredited system from a free time to a cancellation", async () => {
  await writeFile(join(folder, "contract.json"), contract);
  await createClient({
    input: join(folder, "contract.json"),
    output: join(folder, "client"),
    plugins: ["@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk"],
    logs: { level: "silent", file: false },
  });
  await cp(here("client"), join(folder, "client"), { recursive: true });
  await run(here("../../node_modules/typescript-7/bin/tsc"), ["-p", join(folder, "client")]).catch(({ stdout }) => {
    throw new Error(stdout);
  });

  const office = await world.anOffice({ queues: 2 });
  const clerk = await world.aClerk(office);
  await world.app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = world.app.server.address() as AddressInfo;
  const { session } = await import(join(folder, "client", "session.ts"));
  const headers = { cookie: clerk.cookie, "sec-fetch-site": "same-origin" };
  const told = await session(`http://127.0.0.1:${port}`, office.code, headers, "2026-11-26");
  expect(told).toEqual({
    queues: [1, 2],
    made: '"1"',
    replayed: "true",
    moved: told.expected,
    expected: expect.stringMatching(/^\d\d:\d\d$/),
    notes: "με το παιδί",
    stale: [412, "version-stale", "booked"],
    cancelled: "cancelled",
    refused: "status-conflict",
  });

  await openToCitizens(world.owner);
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  const { key } = await aPartner(world);
  const { partner } = await import(join(folder, "client", "partner.ts"));
  expect(await partner(`http://127.0.0.1:${port}`, key, "anna@example.gr")).toEqual({
    isFirst: true,
    moved: [true, true],
    stale: "version-stale",
    cancelled: "cancelled",
    stranger: "key-unknown",
  });
});
