import { expect } from "@playwright/test";
import { firstLook, kilobytesOf } from "../first-look.ts";
import { test } from "./journey.ts";
import { openPlan, openTuesday } from "./person.ts";

test("the day comes in few requests and little data, compressed, to a browser that has nothing of it", async ({
  page,
  context,
  browser,
}) => {
  await openPlan(page, "ilias");
  await openTuesday(page);
  const fresh = await browser.newContext({ locale: "el-GR", storageState: await context.storageState() });
  const looked = await firstLook(await fresh.newPage(), page.url());
  await fresh.close();
  const written = looked.requests.filter(({ url }) => /\.(js|css)$/.test(url));
  expect(written.length).toBeGreaterThan(2);
  expect(written.filter(({ encoding }) => encoding !== "br")).toEqual([]);
  const asked = looked.requests.map(({ url }) => new URL(url).pathname);
  // Thirteen where the day shows at once; on a loaded machine more is asked for before it does, which is not what it needs.
  expect(asked.length, asked.join("\n")).toBeLessThanOrEqual(20);
  const { ms, requests } = looked;
  expect(kilobytesOf({ ms, requests: requests.slice(0, 13) })).toBeLessThanOrEqual(302);
});
