import { expect } from "@playwright/test";
import { longDate } from "../../src/kit/dates.ts";
import { type Firefox, startFirefox } from "../firefox.ts";
import { pdfPages } from "../pdf-pages.ts";
import { test } from "./journey.ts";
import { FILLED_IN_SERVICE, openWithLittleRoom, othersFillIn } from "./others-fill-in.ts";
import { type OwnOffice, openOwnOffice } from "./own-office.ts";

/** A clerk's day in the other browser, and what it computes for a citizen: asked for where Debian's package is (playwright.config.ts). */
let own: OwnOffice;
let firefox: Firefox;
test.beforeAll(async () => {
  [own, firefox] = await Promise.all([openOwnOffice(), startFirefox()]);
});
test.afterAll(async () => {
  await firefox?.close();
  await own?.close();
});

const says = (words: string) => firefox.until(`document.body.innerText.includes(${JSON.stringify(words)})`);
const card = `[...document.querySelectorAll(".plan button, .plan a")].find((each) => each.textContent.includes("ΠΑΠΑΔΟΠΟΥΛΟΥ"))`;

async function dayOfIt(): Promise<string> {
  const { rows } = await own.sql.query<{ date: string }>(
    `select (starts_at at time zone 'Europe/Athens')::date::text as date from appointment
     join office on office.id = office_id where code = $1 and last_name = 'Παπαδοπούλου'`,
    [own.code],
  );
  return `${own.url}/offices/${own.code}/days/${rows[0]?.date}`;
}

test("signs in, books by keyboard, moves, prints the day and cancels: capitals without accents, dates in Greek", async () => {
  const today = Temporal.Now.plainDateISO("Europe/Athens").toString();
  await firefox.visit(`${own.url}/sign-in`);
  await firefox.read("document.querySelector('input[value=ilias]').checked = true");
  await firefox.press("button[name=approve]");
  await firefox.until("document.querySelector('.plan .column') !== null");
  expect(await firefox.read("document.querySelector('h1').textContent")).toContain(longDate(today, "el"));

  await firefox.key("n");
  await firefox.until("document.activeElement.name === 'service'");
  await firefox.key("1");
  await firefox.until("document.activeElement.name === 'lastName'");
  await firefox.write("Παπαδοπούλου");
  await firefox.key("Tab");
  await firefox.write("Ελένη");
  await firefox.act("Καταχώριση για");
  await says("Καταχωρίστηκε για");
  // Late in the evening the first time is tomorrow's.
  await firefox.visit(await dayOfIt());
  await firefox.until(`Boolean(${card})`);
  expect(await firefox.read("document.querySelector('.plan').textContent")).not.toMatch(/ΠΑΠΑΔΟΠΟΎΛΟΥ|ΕΛΈΝΗ/);

  await firefox.read(`(${card}).click()`);
  await firefox.act("Μεταφορά σε άλλη ώρα");
  await says("Τωρινή ώρα");
  await firefox.key("Alt+2");
  await firefox.act("Μεταφορά για");
  await says("Μεταφέρθηκε για");

  const printed = await firefox.print((await dayOfIt()).replace("/offices", "/paper/offices"), {
    width: 21,
    height: 29.7,
  });
  expect(pdfPages(printed)).toBe(1);
  await firefox.visit(await dayOfIt());
  await firefox.until(`Boolean(${card})`);
  await firefox.read(`(${card}).click()`);
  await firefox.act("Ακύρωση ραντεβού");
  await firefox.act("Ναι, να ακυρωθεί");
  await says("Ακυρώθηκε.");
  const { rows } = await own.sql.query(
    "select status from appointment join office on office.id = office_id where code = $1 and last_name = 'Παπαδοπούλου'",
    [own.code],
  );
  expect(rows).toEqual([{ status: "cancelled" }]);
});

test("works by itself before a time is held, and its person is asked nothing", async () => {
  const date = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 3 }).toString();
  await openWithLittleRoom(own.sql, own.code);
  await othersFillIn(own.sql, own.code, date, { holding: 5, left: 11 });
  await firefox.visit(`${own.url}/book/offices/${own.code}/days/${date}?service=${FILLED_IN_SERVICE}`);
  await firefox.act("12:00");
  await says("Κρατάμε για εσάς:");
  const { rows } = await own.sql.query("select from booking_form where proof is not null");
  expect(rows).toHaveLength(1);
});
