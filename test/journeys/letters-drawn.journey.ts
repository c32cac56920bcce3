import { expect, type Page } from "@playwright/test";
import { RULES_BY_HAND } from "../doctor.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { expectTime, signIn } from "./person.ts";

/** Typing beside a full day: what is drawn anew for a letter is the form, and not the day beside it. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
  own.plants(...RULES_BY_HAND);
  await openDayAndNight(own.sql, "9904");
});
test.afterAll(() => own.close());

/** Counts components that were drawn, as React tells its own tools of each commit. */
async function countDrawn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Fiber {
      readonly tag: number;
      readonly flags: number;
      readonly child: Fiber | null;
      readonly sibling: Fiber | null;
      readonly alternate: Fiber | null;
    }
    const COMPONENTS = [0, 11, 14, 15];
    const PERFORMED_WORK = 1;
    const drawnIn = (fiber: Fiber | null): number => {
      let count = 0;
      for (let each = fiber; each; each = each.sibling) {
        if (COMPONENTS.includes(each.tag) && each.flags % 2 === PERFORMED_WORK) count++;
        if (each.child !== each.alternate?.child) count += drawnIn(each.child);
      }
      return count;
    };
    const counted = { drawn: 0 };
    Object.assign(window, {
      counted,
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        renderers: new Map(),
        inject: () => 1,
        onCommitFiberUnmount: () => {},
        onPostCommitFiberRoot: () => {},
        onCommitFiberRoot: (_: number, root: { readonly current: Fiber }) => {
          counted.drawn += drawnIn(root.current.child);
        },
      },
    });
  });
}

const drawn = (page: Page) => page.evaluate(() => (window as unknown as { counted: { drawn: number } }).counted.drawn);

test("a letter draws fewer components anew than one queue of the day beside has places", async ({ page }) => {
  await countDrawn(page);
  const tomorrow = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 1 });
  await signIn(page, "rea", `${own.url}/offices/9904/days/${tomorrow}?panel=new`);
  await expectTime(page);
  const firstName = page.getByLabel("Όνομα", { exact: true });
  await firstName.fill("Α");
  await expect(page.locator(".card.is-new")).toContainText("Α");
  const places = await page.locator(".column").first().locator(".plan-place").count();
  expect(places).toBeGreaterThan(100);
  const before = await drawn(page);
  expect(before).toBeGreaterThan(places);
  const letters = "ΒΓΔΕΖ";
  for (const letter of letters) {
    await firstName.press("End");
    await page.keyboard.insertText(letter);
  }
  await expect(page.locator(".card.is-new")).toContainText(`Α${letters}`);
  const each = ((await drawn(page)) - before) / letters.length;
  expect(each).toBeGreaterThan(0);
  expect(each).toBeLessThan(places);
});
