import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { done, type OwnOffice } from "../journeys/own-office.ts";
import { openFromNow } from "../journeys/own-platform.ts";
import { signIn } from "../journeys/person.ts";

/** The invented people of the figures, in the running slots of the office's three queues */
const PEOPLE = [
  { lastName: "Παπαδοπούλου", firstName: "Ελένη", phone: "6944123456", queue: 1 },
  { lastName: "Αηδόνης", firstName: "Φοίβος", email: "aidonis@example.gr", queue: 2 },
  { lastName: "Νεράτζη", firstName: "Δέσποινα", queue: 3 },
] as const;

interface Figure {
  readonly name: string;
  readonly userid: string;
  readonly path: (own: OwnOffice, date: string) => string;
  /** What is done on the page before; what of it is shown */
  readonly shows: (page: Page) => Promise<Locator>;
}

const day = ({ code }: OwnOffice, date: string) => `/offices/${code}/days/${date}`;

const FIGURES: readonly Figure[] = [
  { name: "the-day", userid: "ilias", path: day, shows: async (page) => page.locator(".plan").first() },
  {
    name: "arrival",
    userid: "ilias",
    path: day,
    shows: async (page) => page.locator(".card:has(button.lever)").first(),
  },
  {
    name: "book-by-phone",
    userid: "ilias",
    path: (own, date) => `${day(own, date)}?panel=new`,
    shows: async (page) => {
      await page.getByLabel("Επώνυμο").fill("Καστανά");
      await page.getByLabel("Όνομα", { exact: true }).fill("Ροδάνθη");
      await page
        .getByLabel(/^Τηλέφωνο/)
        .first()
        .fill("6944123457");
      await expect(page.getByRole("button", { name: /^Καταχώριση για/ })).toBeVisible();
      return page.locator(".panel");
    },
  },
  {
    name: "add-queue",
    userid: "rea",
    path: ({ code }) => `/offices/${code}/queues`,
    shows: async (page) => page.getByRole("region", { name: "Ουρά 1", exact: true }),
  },
  {
    name: "absence",
    userid: "rea",
    path: ({ code }, date) => `/offices/${code}/exceptions/new?queue=2&date=${date}`,
    shows: async (page) => {
      const heading = page.getByRole("heading", { name: /^Επηρεάζ/ });
      await expect(heading).toBeVisible();
      return page.locator(".sheet", { has: heading });
    },
  },
  {
    name: "close-all",
    userid: "athina",
    path: () => "/ministry/closures",
    shows: async (page) => {
      await page.getByRole("button", { name: "Νέο κλείσιμο" }).click();
      await page.getByLabel("Αιτιολογία").fill("Βουλευτικές εκλογές");
      await page.getByRole("button", { name: "Δείτε ποιους επηρεάζει" }).click();
      await expect(page.getByRole("dialog").getByText("Νέα ραντεβού σταματούν αμέσως.")).toBeVisible();
      return page.getByRole("dialog");
    },
  },
];

/** Of the running program, with its invented people, into the folder. */
export async function takeFigures(own: OwnOffice, browser: Browser, folder: string): Promise<void> {
  const { date, time } = await openFromNow(own.sql, own.code);
  for (const person of PEOPLE)
    await done(own.clerk, `${own.api}/appointments`, {
      date,
      time,
      service: "copy-certification",
      channel: "phone",
      ...person,
    });
  for (const { name, userid, path, shows } of FIGURES) {
    const context = await browser.newContext({ locale: "el-GR", viewport: { width: 1200, height: 720 } });
    const page = await context.newPage();
    await signIn(page, userid, own.url + path(own, date));
    await expect(page.locator("h1")).toBeVisible();
    await (await shows(page)).screenshot({ path: `${folder}/${name}.png`, animations: "disabled" });
    await context.close();
  }
}
