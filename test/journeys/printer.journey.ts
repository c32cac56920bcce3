import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import type { Appointment } from "../../src/appointments/contract.ts";
import { createDevice } from "../../trial/printer/device.ts";
import { journalIn } from "../../trial/printer/journal.ts";
import { startPanel } from "../../trial/printer/panel.ts";
import { type Desk, signIn as signInByHttp } from "../desk.ts";
import { RULES_BY_HAND, VISITS_BY_HAND } from "../doctor.ts";
import { atEveryWidth, expectAccessible } from "./accessible.ts";
import { offeredTimes } from "./busy-day.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { openPlan, signIn } from "./person.ts";

/** A ticket printer of another maker: made by the head, pressed, called from the counter, printed for it, and taken away. */
const OFFICE = "9904";
let own: OwnPlatform;
let folder: string;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...VISITS_BY_HAND, ...RULES_BY_HAND);
  await openDayAndNight(own.sql, OFFICE);
  await own.sql.query("update office set tickets_at_entrance = true where code = $1", [OFFICE]);
  folder = await mkdtemp(join(tmpdir(), "visits-printer-"));
});
test.afterAll(async () => {
  await own.close();
  await rm(folder, { recursive: true, force: true });
});

const papers = async (): Promise<string[]> =>
  Promise.all((await readdir(join(folder, "papers"))).map((name) => readFile(join(folder, "papers", name), "utf8")));

async function makePrinter(page: Page): Promise<{ readonly address: string; readonly key: string }> {
  await signIn(page, "rea", `${own.url}/offices/${OFFICE}/settings?tab=entrance`);
  await page.getByRole("button", { name: "Νέα οθόνη ή εκδοτήριο" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /^Εκδοτήριο εισιτηρίων/ }).press("Space");
  await dialog.getByLabel("Πού είναι").fill("Δίπλα στην πόρτα");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Το εκδοτήριο «Δίπλα στην πόρτα» είναι έτοιμο")).toBeVisible();
  await atEveryWidth(page, "a printer's key");
  const [address = "", key = ""] = await dialog.locator(".settings__address").allTextContents();
  await dialog.getByRole("button", { name: "Εντάξει" }).press("Enter");
  await expect(page.getByText("εκδοτήριο, δεν έχει ακουστεί ακόμη")).toBeVisible();
  return { address, key };
}

/** Somebody with an appointment of the next quarter who is here already. */
async function arrivedSoon(clerk: Desk): Promise<Appointment> {
  const now = Temporal.Now.zonedDateTimeISO("Europe/Athens");
  const date = now.toPlainDate().toString();
  const time = (await offeredTimes(clerk, OFFICE, date)).find((one) => one > now.toPlainTime().toString());
  const body = {
    date,
    time,
    queue: null,
    service: "copy-certification",
    lastName: "Χάρτινος",
    firstName: "Δοκιμή",
    phone: "2310123456",
  };
  const { id, version } = (await clerk.ask("POST", `/api/offices/${OFFICE}/appointments`, { body, key: randomUUID() }))
    .body;
  return (await clerk.ask("POST", `/api/offices/${OFFICE}/appointments/${id}/arrival`, { version, key: randomUUID() }))
    .body;
}

test("made by keyboard, pressed, called and printed for the counter, until its key is taken away", async ({
  page,
  browser,
}) => {
  const { address, key } = await makePrinter(page);
  const device = createDevice({ address, key, journal: journalIn(folder), paper: () => "low" });
  const panel = await startPanel({ device, papers: join(folder, "papers") });
  device.start();
  await expect.poll(() => device.state().groups).not.toBeNull();
  const front = await (await browser.newContext()).newPage();
  await front.goto(panel.origin);
  await expect(front.getByText("Προσομοίωση για δοκιμή")).toBeVisible();
  await expectAccessible(front, "the stand-in's buttons");
  await front.getByRole("button", { name: "Κάτι άλλο" }).press("Enter");
  await expect(front.getByText("Α 0 0 1")).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/εκδοτήριο, ακούστηκε .*το χαρτί τελειώνει, Stand-in 1\.0/)).toBeVisible({
      timeout: 2_000,
    });
  }).toPass();
  await atEveryWidth(page, "a printer that was heard");

  const clerk = await signInByHttp(own.url, "ilias");
  const body = { service: "copy-certification" };
  await clerk.ask("POST", `/api/offices/${OFFICE}/tickets`, { body, key: randomUUID() });
  await openPlan(page, "ilias", own.url);
  const numberAt = (number: string) => page.getByRole("button", { name: new RegExp(number) }).first();
  // The menu is open before the printers are known: they come to it.
  let tellPrinters = () => {};
  const areAsked = new Promise<void>((resolve) => {
    tellPrinters = resolve;
  });
  await page.route("**/printers", async (route) => {
    await areAsked;
    await route.continue();
  });
  await numberAt("Α\\s002").press("Enter");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  tellPrinters();
  await page.getByRole("menuitem", { name: "Εκτύπωση: Δίπλα στην πόρτα" }).press("Enter");
  await expect(page.getByText(/^Τυπώνεται: Α\s002, Δίπλα στην πόρτα/)).toBeVisible();
  await expect.poll(async () => (await papers()).filter((paper) => paper.includes("Α   0 0 2")).length).toBe(1);

  const visit = await arrivedSoon(clerk);
  await page.goto(`${own.url}/offices/${OFFICE}/days/${visit.date}?panel=${visit.id}`);
  await page.getByRole("button", { name: "Εκτύπωση: Δίπλα στην πόρτα" }).press("Enter");
  await expect(page.getByText(/^Τυπώνεται: Β\s101, Δίπλα στην πόρτα/)).toBeVisible();
  await expect.poll(async () => (await papers()).filter((paper) => paper.includes("Β   1 0 1")).length).toBe(1);
  await openPlan(page, "ilias", own.url);
  await numberAt("Α\\s001").press("Enter");
  await page.getByRole("menuitem", { name: /^Κλήση: / }).press("Enter");
  await expect(page.getByText(/^Κλήθηκε: Α\s001/)).toBeVisible();

  await signIn(page, "rea", `${own.url}/offices/${OFFICE}/settings?tab=entrance`);
  await page.getByRole("button", { name: "Κατάργηση: Δίπλα στην πόρτα" }).press("Enter");
  await expect(page.getByText("Καταργήθηκε: Δίπλα στην πόρτα")).toBeVisible();
  await expect(async () => {
    await front.reload();
    await expect(front.getByText("Το κλειδί του εκδοτηρίου δεν ισχύει πια")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect(await papers()).toHaveLength(3);
  device.stop();
  await panel.stop();
});
