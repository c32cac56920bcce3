import type { Browser, Page } from "@playwright/test";
import type pg from "pg";
import { signIn } from "./person.ts";

/** What a head does at the form of an exception, and what is stored of it. */

export const inDays = (days: number) => Temporal.Now.plainDateISO("Europe/Athens").add({ days }).toString();

/** At that address */
export async function openAsHead(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: "el-GR" })).newPage();
  await signIn(page, "rea", address);
  return page;
}

export const submit = (page: Page, name: RegExp | string = /^(Προσθήκη εξαίρεσης|Εξαίρεση και μεταφορά)/) =>
  page.getByRole("button", { name });
export const nobody = (page: Page) => page.getByRole("heading", { name: "Δεν επηρεάζεται κανένα ραντεβού" });
export const LAST_DATE = /^Έως και/;
export const field = (page: Page, name: string | RegExp) => page.getByLabel(name, { exact: true });

interface Stored {
  readonly queue: number | null;
  readonly kind: string;
  readonly first: string;
  readonly last: string;
  readonly series: boolean;
  readonly reason: string;
}

export async function storedIn(sql: pg.Client, office: string): Promise<Stored[]> {
  const { rows } = await sql.query(
    `select queue, kind, to_char(starts_at at time zone 'Europe/Athens', 'YYYY-MM-DD HH24:MI') as first,
       to_char(ends_at at time zone 'Europe/Athens', 'YYYY-MM-DD HH24:MI') as last, series is not null as series, reason
     from exception join office on office.id = office_id where code = $1 order by starts_at`,
    [office],
  );
  return rows;
}
