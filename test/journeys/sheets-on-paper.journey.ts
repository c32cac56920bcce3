import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { callsPage } from "../../src/paper/calls/page.ts";
import { dayPage } from "../../src/paper/day/page.ts";
import { aQueue, aSheet, manyVisits, PAGES_OF_VISITS } from "../day-sheet.ts";
import { pdfPages } from "../pdf-pages.ts";
import { test } from "./journey.ts";

/** The sheet of a day as Chromium prints it: so many pages of paper, everybody once, nothing cut. */

const STYLES = new URL("../../src/paper/paper.css", import.meta.url);
const QUEUES = [1, 2, 3].map((number) => aQueue(number));

type Wish = Partial<Parameters<typeof aSheet>[0]>;

const READER = { language: "el", trial: true } as const;

const show = (page: Page, wish: Wish, margins = ""): Promise<void> =>
  showPage(page, dayPage(aSheet({ queues: QUEUES, visits: [], ...wish }), READER).markup, margins);

async function showPage(page: Page, html: string, margins = ""): Promise<void> {
  const styles = `${await readFile(STYLES, "utf8")}\n${margins}`;
  await page.route("http://paper/**", (route) => {
    const isStyle = route.request().url().endsWith(".css");
    if (route.request().url().endsWith(".js")) return route.fulfill({ contentType: "text/javascript", body: "" });
    return route.fulfill({ contentType: isStyle ? "text/css" : "text/html", body: isStyle ? styles : html });
  });
  await page.goto("http://paper/sheet");
}

const WIDER = "@page { margin: 8.8mm 11mm; }";

async function pagesPrinted(page: Page, format: "A4" | "Letter"): Promise<number> {
  const pdf = await page.pdf({ format, preferCSSPageSize: false });
  return pdfPages(pdf);
}

/** Of those rows that are seen on paper: how many have each name, and what of them is wider or higher than its place. */
async function onPaper(page: Page) {
  await page.emulateMedia({ media: "print" });
  const found = await page.evaluate(() => ({
    people: [...document.querySelectorAll("tr.visit td.person")].map(
      (cell) => /ν\d+ν/.exec(cell.textContent ?? "")?.[0],
    ),
    cut: [...document.querySelectorAll("td, th, header, footer")]
      .filter((part) => part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight + 1)
      .map((part) => part.textContent),
  }));
  await page.emulateMedia({ media: null });
  return found;
}

/** Eight points, in pixels: what is smaller is read by nobody who writes beside it */
const READABLE = (8 * 96) / 72 - 0.01;

/** How large the letters of people and services are at the least. */
const smallestOfNames = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.min(
      Number.MAX_VALUE,
      ...[...document.querySelectorAll("tr.visit td:is(.person, .service, .note)")].map((cell) =>
        Number.parseFloat(getComputedStyle(cell).fontSize),
      ),
    ),
  );

for (const { count, usual, long } of PAGES_OF_VISITS) {
  for (const isLong of [false, true]) {
    const pages = isLong ? long : usual;
    test(`${count} visits${isLong ? " of people with 80 letters" : ""}: ${pages} pages, on Letter and with wider margins too`, async ({
      page,
    }) => {
      await show(page, { visits: manyVisits(count, isLong) });
      const { people, cut } = await onPaper(page);
      expect(people).toEqual(Array.from({ length: count }, (_, index) => `ν${index}ν`));
      expect(cut).toEqual([]);
      expect(await smallestOfNames(page)).toBeGreaterThanOrEqual(READABLE);
      for (const format of ["A4", "Letter"] as const) expect(await pagesPrinted(page, format), format).toBe(pages);
      await show(page, { visits: manyVisits(count, isLong) }, WIDER);
      for (const format of ["A4", "Letter"] as const)
        expect(await pagesPrinted(page, format), `${format}, wider margins`).toBe(pages);
    });
  }
}

test("a day on which nobody came still stands on one page: what is noted of a visit makes its row no higher", async ({
  page,
}) => {
  await show(page, { visits: manyVisits(48).map((visit) => ({ ...visit, status: "no-show" as const })) });
  expect((await onPaper(page)).cut).toEqual([]);
  for (const format of ["A4", "Letter"] as const) expect(await pagesPrinted(page, format), format).toBe(1);
});

test("by queue, with telephones and the longest names: each page begins with its queue, and nothing is cut", async ({
  page,
}) => {
  await show(page, { order: "queue", phones: "whole", visits: manyVisits(150, true) });
  const { people, cut } = await onPaper(page);
  expect(new Set(people).size).toBe(150);
  expect(cut).toEqual([]);
  const papers = page.locator(".paper");
  const count = await papers.count();
  for (let index = 0; index < count; index++) {
    await expect(papers.nth(index).getByRole("row").nth(1)).toContainText(index === 0 ? "Ουρά 1" : /συνέχεια|ραντεβού/);
    await expect(papers.nth(index)).toContainText(`Σελίδα ${index + 1} από ${count}`);
  }
  for (const format of ["A4", "Letter"] as const) expect(await pagesPrinted(page, format), format).toBe(count);
});

test("an office of many queues, each with a long name: the head takes what it needs from the first page", async ({
  page,
}) => {
  const queues = Array.from({ length: 20 }, (_, index) => ({
    ...aQueue(index + 1),
    name: `Παραλαβή δικαιολογητικών και εγγράφων ${index + 1}`,
  }));
  await show(page, { queues, visits: manyVisits(48) });
  expect((await onPaper(page)).cut).toEqual([]);
  const count = await page.locator(".paper").count();
  for (const format of ["A4", "Letter"] as const) expect(await pagesPrinted(page, format), format).toBe(count);
});

test("a call list of 30, the longest names among them: three pages, and nothing is cut", async ({ page }) => {
  const calls = manyVisits(30, true).map((appointment, index) => ({
    appointment,
    was: { date: "2026-11-24", time: "14:00", queue: 1 },
    why: index % 2 === 0 ? ("moved" as const) : ("kept" as const),
    isUrgent: true,
    outcome: "not-called" as const,
    notedAt: null,
    notedBy: null,
    version: 1,
  }));
  const { office, print } = aSheet({ queues: [], visits: [] });
  const queues = new Map(QUEUES.map(({ number, name }) => [number, name]));
  await showPage(page, callsPage({ office, calls, queues, print }, READER).markup);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("cell", { name: /^694\s412\s3456$/ })).toHaveCount(30);
  expect((await onPaper(page)).cut).toEqual([]);
  for (const format of ["A4", "Letter"] as const) expect(await pagesPrinted(page, format), format).toBe(3);
});
