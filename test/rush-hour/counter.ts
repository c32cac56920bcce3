import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "@playwright/test";
import type { Asking, CommittedCall } from "./committed-calls.ts";

/** A counter whose clerks use nothing but keys. */
export interface Counter {
  readonly number: number;
  /** «Επόμενος», pressed until somebody is called or nobody waits: then what was served there is over. Null: nobody */
  next(): Promise<CommittedCall | null>;
  /** Presses a key until something is so */
  press(key: "s" | "c" | "l", isDone: () => Promise<boolean>): Promise<void>;
  /** How often the counter has called somebody */
  callsOf(visit: string): Promise<number>;
  /** The least share of the window that the plan had */
  plan(): number;
}

interface Desk {
  readonly office: Asking;
  readonly number: number;
  /** The clerk's page, and that of a colleague who presses at the same moment */
  readonly pages: readonly Page[];
  /** Now and then somebody else than whoever is first, with a reason */
  readonly picks: boolean;
}

/** Keys of all counters are pressed at these moments, so that some are pressed at the same. */
const TICK_MS = 400;
const AGAIN_MS = 2_500;
/** Who does not come is called again a minute later, by the clock of the office. */
const LONGEST_MS = 180_000;
const WINDOW = 768;

export function aCounter({ office: { ask }, number, pages, picks }: Desk): Counter {
  let least = 1;
  let seenUpTo = 0;
  let turns = 0;

  const measure = async () => {
    const height = await pages[0]?.locator(".plan-frame").evaluate((frame) => frame.getBoundingClientRect().height);
    least = Math.min(least, (height ?? 0) / WINDOW);
  };
  const newCall = async (): Promise<CommittedCall | null> => {
    const [last] = await ask<CommittedCall>(
      "select * from rush_call where counter = $1 and seq > $2 order by seq desc limit 1",
      [number, seenUpTo],
    );
    return last ?? null;
  };
  const notOver = () =>
    ask(
      `select * from rush_visit
       where status = 'arrived' and called_at is null or counter = $1 and status in ('arrived', 'in-service')`,
      [number],
    );
  const isIdle = async (): Promise<boolean> => (await notOver()).length === 0;
  const until = async (isDone: () => Promise<boolean>, ms: number): Promise<boolean> => {
    for (const end = performance.now() + ms; performance.now() < end; await sleep(40)) if (await isDone()) return true;
    return false;
  };
  /** @throws Error when it does not come about, with what the page says */
  const pressUntil = async (act: () => Promise<void>, isDone: () => Promise<boolean>, what: string) => {
    for (const end = performance.now() + LONGEST_MS; performance.now() < end; ) {
      if (await isDone()) return measure();
      await sleep(TICK_MS - (Date.now() % TICK_MS));
      await act();
      await measure();
      if (await until(isDone, AGAIN_MS)) return measure();
    }
    const says = await pages[0]?.locator("main").textContent();
    const left = JSON.stringify(await notOver());
    throw new Error(
      `Counter ${number} did not come to this: ${what}. Not over: ${left}. Its page says:\n${says?.slice(0, 1_500)}`,
    );
  };

  return {
    number,
    next: async () => {
      let call: CommittedCall | null = null;
      const isDone = async () => {
        call = await newCall();
        return call !== null || (await isIdle());
      };
      const press = picks && ++turns % 3 === 0 ? pickAnother : pressNext;
      await pressUntil(() => Promise.all(pages.map(press)).then(() => {}), isDone, "the next one is called");
      seenUpTo = (call as CommittedCall | null)?.seq ?? seenUpTo;
      return call;
    },
    press: (key, isDone) =>
      pressUntil(async () => void (await pages[0]?.keyboard.press(key)), isDone, `«${key}» has an effect`),
    callsOf: async (visit) => {
      const rows = await ask<{ seq: number }>(
        "select seq from rush_call where visit = $1 and counter = $2 order by seq",
        [visit, number],
      );
      seenUpTo = Math.max(seenUpTo, rows.at(-1)?.seq ?? 0);
      return rows.length;
    },
    plan: () => least,
  };
}

/** Somebody is served faster here than anywhere: the page asks whether they were, and it is said so. */
async function pressNext(page: Page): Promise<void> {
  await page.keyboard.press("k");
  const served = page.getByRole("menuitem", { name: "Ναι, εξυπηρετήθηκε" });
  if (!(await served.isVisible())) return;
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

/** From the whole line; where nobody stands so far behind, the next one. */
async function pickAnother(page: Page): Promise<void> {
  await page.keyboard.press("g");
  const third = page
    .locator("table.line")
    .getByRole("row")
    .nth(3)
    .getByRole("button", { name: /^Κλήση: / });
  if (!(await third.isVisible())) {
    await page.keyboard.press("g");
    return pressNext(page);
  }
  await third.press("Enter");
  const why = page.getByRole("menuitem", { name: "Συνέχεια υπόθεσης που άρχισε σήμερα" });
  // Whoever stood before them may have been called meanwhile.
  if (await why.isVisible()) await why.press("Enter");
  await page.keyboard.press("g");
}
