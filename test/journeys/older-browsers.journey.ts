import { expect } from "@playwright/test";
import { test } from "./journey.ts";
import { chooseService, expectTime, openTuesday, signInByHand } from "./person.ts";

/** The oldest browser that the README names can't be had: this one forgets what that one came without. */
test("with no more than Chrome 109 has: signs in, opens the plan and books by keyboard, and no script fails", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const forget = (holder: object, ...names: string[]) => {
      for (const name of names) Reflect.deleteProperty(holder, name);
    };
    forget(Array, "fromAsync");
    forget(Array.prototype, "toReversed", "toSorted", "toSpliced", "with");
    forget(Map, "groupBy");
    forget(Object, "groupBy");
    forget(Set.prototype, "difference", "intersection", "symmetricDifference", "union");
    forget(Set.prototype, "isDisjointFrom", "isSubsetOf", "isSupersetOf");
    forget(Promise, "try", "withResolvers");
    forget(URL, "canParse");
    forget(globalThis, "Temporal");
  });
  const failures: string[] = [];
  page.on("pageerror", ({ message }) => failures.push(message));
  await signInByHand(page, "ilias");
  await expect(page).toHaveURL(/\/days\//);
  await openTuesday(page);
  const { keyboard } = page;
  await keyboard.press("n");
  await chooseService(page);
  await keyboard.type("Παλαιόπουλος");
  await keyboard.press("Tab");
  await keyboard.type("Άγις");
  await expectTime(page);
  await keyboard.press("Control+Enter");
  await expect(page.getByText(/^Καταχωρίστηκε για/)).toBeVisible();
  expect(await page.evaluate(() => "withResolvers" in Promise || "groupBy" in Object)).toBe(false);
  expect(failures).toEqual([]);
});
