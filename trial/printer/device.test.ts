import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { PRINTER_API } from "../../src/platform/http/contract/published.ts";
import { aCutCable } from "../../test/cut-cable.ts";
import { aPrinter, type TestPrinter } from "../../test/printer.ts";
import { aWaitingDesk, type WaitingDesk } from "../../test/waiting-desk.ts";
import { aWorld, NOW, type World } from "../../test/world.ts";
import { createDevice, type Device, type DeviceParams } from "./device.ts";
import { type Journal, journalIn } from "./journal.ts";
import { startPanel } from "./panel.ts";

/** The stand-in at the real platform: what is pressed comes out once, whatever happens to the device. */

let world: World;
let desk: WaitingDesk;
let printer: TestPrinter;
let folder: string;
let port: number;
const devices: Device[] = [];
beforeAll(async () => {
  world = await aWorld();
  await world.app.listen({ port: 0, host: "127.0.0.1" });
  port = (world.app.server.address() as AddressInfo).port;
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aWaitingDesk(world);
  printer = await aPrinter(world, desk.office);
  folder = await mkdtemp(join(tmpdir(), "visits-printer-"));
  return async () => {
    for (const device of devices.splice(0)) device.stop();
    await rm(folder, { recursive: true, force: true });
  };
});

function aDevice(more: Partial<DeviceParams> = {}): Device {
  const address = `http://127.0.0.1:${port}${PRINTER_API}`;
  const device = createDevice({ address, key: printer.key, journal: journalIn(folder), paper: () => "ok", ...more });
  devices.push(device);
  return device;
}

const papers = async (): Promise<string[]> =>
  Promise.all((await readdir(join(folder, "papers"))).map((name) => readFile(join(folder, "papers", name), "utf8")));
const given = async (): Promise<number> =>
  (await world.owner.query("select from ticket where office_id = $1", [desk.office.id])).rowCount ?? 0;

test("a press comes out as a number with the way to its own place", async () => {
  await aDevice().press("other");
  const [paper, ...more] = await papers();
  expect(more).toEqual([]);
  expect(paper).toContain("Α   0 0 1");
  expect(paper).toMatch(/\[QR\] http:\/\/.*\/line\/[\w-]{43}/);
});

test("a power cut after the number was given, and one after the paper came out: one number, one paper", async () => {
  const cable = await aCutCable(port);
  cable.cut = "before the answer";
  const cut = aDevice({ address: `${cable.url}${PRINTER_API}` });
  cable.onAnswer = () => cut.stop();
  await cut.press("other");
  cable.close();
  expect([await given(), await papers()]).toEqual([1, []]);
  const forgetful = (whole: Journal): Journal => ({ ...whole, settle: () => {} });
  const again = aDevice({ journal: forgetful(journalIn(folder)) });
  again.start();
  await expect.poll(papers).toHaveLength(1);
  again.stop();
  expect(journalIn(folder).presses()).toHaveLength(1);
  aDevice().start();
  await expect.poll(() => journalIn(folder).presses()).toEqual([]);
  expect([await given(), (await papers()).length]).toEqual([1, 1]);
});

test("what a counter has printed comes out, once", async () => {
  const { id } = await desk.number();
  const sent = await desk.clerk.ask("POST", `${desk.office.code}/prints`, {
    body: { printer: printer.id, visit: id },
    key: randomUUID(),
  });
  expect(sent.status).toBe(201);
  aDevice().start();
  await expect.poll(papers).toHaveLength(1);
  await expect.poll(async () => (await printer.beat()).body.prints).toEqual([]);
});

test("a press of which nobody has heard for two minutes is given up, and its number taken back", async () => {
  const press = { key: randomUUID(), group: "other", language: "el", at: Date.now() - 200_000 } as const;
  await printer.press(press.key, { group: "other" });
  journalIn(folder).open(press);
  aDevice().start();
  await expect.poll(() => journalIn(folder).presses()).toEqual([]);
  expect(await papers()).toEqual([]);
  const { rows } = await world.owner.query("select status from ticket where office_id = $1", [desk.office.id]);
  expect(rows).toEqual([{ status: "withdrawn" }]);
});

test("its page says that it is a stand-in, presses, and says so when its key was taken away", async () => {
  const device = aDevice();
  device.start();
  await expect.poll(() => device.state().groups).not.toBeNull();
  const panel = await startPanel({ device, papers: join(folder, "papers") });
  const see = async () => (await fetch(panel.origin)).text();
  expect(await see()).toContain("Προσομοίωση για δοκιμή");
  await fetch(panel.origin, { method: "POST", body: new URLSearchParams({ group: "other" }) });
  expect(await see()).toContain("Α   0 0 1");
  await printer.head.ask("DELETE", `/api/offices/${desk.office.code}/entrance-screens/${printer.id}`);
  await device.press("other");
  expect(await see()).toContain("Το κλειδί του εκδοτηρίου δεν ισχύει πια");
  await panel.stop();
});
