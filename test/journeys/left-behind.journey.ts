import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, expect, type Page } from "@playwright/test";
import { planter } from "../retention/planter.ts";
import { test } from "./journey.ts";
import { expectTime, openPlan, writeNotes } from "./person.ts";

/** The computers of an office are many people's: who signs out leaves nothing of a citizen in the browser. */

const plant = planter();
const [lastName, firstName, unsaved] = [plant.name(), plant.name(), plant.name()];
const [phone, email, notes] = [plant.phone(), plant.email(), plant.words()];

async function fill(page: Page, label: RegExp | string, text: string): Promise<void> {
  await page.getByLabel(label).first().fill(text);
}

/** All that a clerk does with somebody, up to a form that is left half-written. */
async function work(page: Page): Promise<void> {
  await page.keyboard.press("n");
  await expectTime(page);
  await page.locator("[name=lastName]").fill(lastName);
  await page.locator("[name=firstName]").fill(firstName);
  await fill(page, /^Τηλέφωνο/, phone);
  await fill(page, /^E-mail/, email);
  await writeNotes(page, notes);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε για/)).toBeVisible();
  await page.keyboard.press("Slash");
  await page.keyboard.type(lastName);
  await expect(page.getByRole("listbox", { name: "Πρόσωπα" }).getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: /^Ραντεβού στις/ })).toContainText(firstName);
  await page.reload();
  await expect(page.getByRole("region", { name: /^Ραντεβού στις/ })).toContainText(firstName);
  await page.getByRole("button", { name: "Επεξεργασία" }).click();
  await page.locator("[name=lastName]").fill(unsaved);
}

/** What scripts may keep, each under the address of the page. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const stores = [await indexedDB.databases(), await caches.keys(), history.state, document.cookie];
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, ...stores]);
  });

/** Byte by byte: caches, storage, whatever the browser keeps of its own accord. */
async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if ((await stat(path).catch(() => null))?.isFile()) files.set(name, await readFile(path));
  }
  return files;
}

const found = (text: string): string[] => {
  const plain = text.replace(/(%[0-9A-F]{2})+/gi, (part) => decodeURIComponent(part));
  return [...plant.secrets].filter((secret) => plain.includes(secret));
};

const foundInFile = (file: Buffer): string[] =>
  [...plant.secrets].filter((secret) => file.includes(secret) || file.includes(Buffer.from(secret, "utf16le")));

test("who signs out leaves nothing of anybody in addresses, storage, or the files of the browser", async ({
  baseURL,
  launchOptions,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "visits-profile-"));
  const context: BrowserContext = await chromium.launchPersistentContext(folder, {
    ...launchOptions,
    ...(baseURL && { baseURL }),
    locale: "el-GR",
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));
  page.on("framenavigated", (frame) => addresses.push(frame.url()));
  page.on("dialog", (dialog) => dialog.accept());
  await openPlan(page, "ilias");
  await work(page);
  expect(found(await page.content())).toContain(firstName);
  expect(found(await kept(page))).toEqual([]);
  await page.getByRole("button", { name: "Αποσύνδεση" }).click();
  await expect(page.getByText("Αποσυνδεθήκατε και από τους κωδικούς δημόσιας διοίκησης.")).toBeVisible();
  expect(found(await kept(page))).toEqual([]);
  for (let back = 0; back < 4; back++) {
    await page.goBack().catch(() => {});
    expect(found(await page.content())).toEqual([]);
  }
  expect(addresses.flatMap(found)).toEqual([]);
  await context.close();
  const files = await filesIn(folder);
  const cached = [...files].filter(([name]) => name.includes("Cache_Data"));
  expect(cached.some(([, file]) => file.includes("/assets/"))).toBe(true);
  // What an answer of the API holds is compressed there: its address would not be.
  for (const [name, file] of cached) expect(file.includes("/api/offices/"), name).toBe(false);
  for (const [name, file] of files) expect(foundInFile(file), name).toEqual([]);
  await rm(folder, { recursive: true });
});
