import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCutCable, CUTS } from "../../../test/cut-cable.ts";
import { anEntranceScreen } from "../../../test/entrance-screen.ts";
import { fetchPatiently } from "../../../test/patience.ts";
import { aPrinter, type TestPrinter } from "../../../test/printer.ts";
import { aWaitingDesk, type WaitingDesk } from "../../../test/waiting-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { diagnose } from "../../cli/checks/diagnose.ts";
import { waitingChecks } from "../../cli/checks/waiting-checks.ts";
import { openOwner } from "../../platform/database/owner.ts";
import type { App } from "../../platform/http/server.ts";

/** No number twice and none left out: by real sockets, at two processes, through cut cables. */

let world: World;
let desk: WaitingDesk;
let ports: readonly number[];
beforeAll(async () => {
  world = await aWorld();
  ports = await Promise.all([world.app, await world.another()].map(listening));
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aWaitingDesk(world);
  // Room for all who come: so long its counters are open, and so short a service is.
  await world.owner.query("update queue_hours set closes_minute = 1439 where office_id = $1", [desk.office.id]);
  await world.owner.query("update service set minutes = 5");
});

async function listening(app: App): Promise<number> {
  await app.listen({ port: 0, host: "127.0.0.1" });
  return (app.server.address() as AddressInfo).port;
}

interface Answer {
  readonly status: number;
  readonly body: { readonly number: string; readonly qr: string; readonly code?: string };
}

/** As a device does: a connection of its own for each press, which it repeats when it is told to come again. */
async function pressAt(url: string, { key }: TestPrinter, press: string): Promise<Answer> {
  const response = await fetchPatiently(`${url}/api/public/v1/printer/numbers`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": press,
      connection: "close",
    },
    body: JSON.stringify({ group: "other" }),
  });
  return { status: response.status, body: (await response.json()) as Answer["body"] };
}

const urlOf = (process: number) => `http://127.0.0.1:${ports[process]}`;
async function issued(): Promise<void> {
  const key = randomUUID();
  while ((await desk.issue({}, key)).status !== 201);
}
const numbers = async (): Promise<string[]> =>
  (
    await world.owner.query(
      "select letter || lpad(number::text, 3, '0') as number from ticket where office_id = $1 and number is not null order by letter, ticket.number",
      [desk.office.id],
    )
  ).rows.map(({ number }) => number);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => `Α${String(index + 1).padStart(3, "0")}`);

async function doctorFindsNothing(): Promise<void> {
  const owner = openOwner(world.database.ownerUrl);
  const found = await diagnose(owner.db, world.now, () => {}, waitingChecks).finally(() => owner.close());
  expect(found.flatMap(({ check, findings }) => findings.map((finding) => `${check.name}: ${finding}`))).toEqual([]);
}

test("two printers at two processes, the entrance's screen and a counter give 200 numbers at once: none twice, none missing", async () => {
  const printers = [await aPrinter(world, desk.office, "Ένα"), await aPrinter(world, desk.office, "Δύο")];
  const screen = await anEntranceScreen(world, desk.office);
  // At each device one person after the other, and each press is sent twice at once, to either process.
  const atPrinters = printers.map(async (printer) => {
    const given: string[] = [];
    for (let person = 0; person < 40; person++) {
      const press = randomUUID();
      const [one, other] = await Promise.all([0, 1].map((process) => pressAt(urlOf(process), printer, press)));
      expect([one?.status, other?.status, other?.body.number]).toEqual([201, 201, one?.body.number]);
      given.push(one?.body.number ?? "");
    }
    return given;
  });
  const atScreen = (async () => {
    for (let person = 0; person < 20; person++) await screen.take("other");
  })();
  const atCounters = Array.from({ length: 4 }, async () => {
    for (let person = 0; person < 25; person++) await issued();
  });
  const given = (await Promise.all(atPrinters)).flat();
  await Promise.all([atScreen, ...atCounters]);
  expect(new Set(given).size).toBe(80);
  expect(await numbers()).toEqual(upTo(200));
  await doctorFindsNothing();
});

test.each(CUTS)("a cable that is cut %s: the repeat is the same number, of which there is one", async (cut) => {
  const printer = await aPrinter(world, desk.office);
  const cable = await aCutCable(ports[0] as number);
  const press = randomUUID();
  cable.cut = cut;
  await expect(pressAt(cable.url, printer, press)).rejects.toThrow();
  const given = await numbers();
  if (cut.endsWith("answer")) expect(given).toEqual(["Α001"]);
  cable.cut = null;
  world.now = world.now.add({ seconds: 50 });
  const repeats = [await pressAt(cable.url, printer, press), await pressAt(urlOf(1), printer, press)];
  cable.close();
  expect(repeats.map(({ status, body }) => [status, body.number])).toEqual([
    [201, "Α001"],
    [201, "Α001"],
  ]);
  expect(repeats[0]?.body.qr.split("/line/")[1]).toBe(repeats[1]?.body.qr.split("/line/")[1]);
  expect(await numbers()).toEqual(["Α001"]);
});

test("a key that is taken away among presses: what was answered stands, and nothing is given after it", async () => {
  const printer = await aPrinter(world, desk.office);
  const presses = Array.from({ length: 40 }, () => pressAt(urlOf(0), printer, randomUUID()));
  const removed = printer.head.ask("DELETE", `/api/offices/${desk.office.code}/entrance-screens/${printer.id}`);
  const answers = await Promise.all(presses);
  expect((await removed).status).toBe(200);
  const given = answers.filter(({ status }) => status === 201).map(({ body }) => body.number);
  for (const { status, body } of answers)
    if (status !== 201) expect([status, body.code]).toEqual([401, "printer-key-unknown"]);
  expect((await numbers()).toSorted()).toEqual(given.toSorted());
  expect((await pressAt(urlOf(1), printer, randomUUID())).status).toBe(401);
  expect(await numbers()).toHaveLength(given.length);
});
