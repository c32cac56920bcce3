import { expect } from "@playwright/test";
import { firstLook, kilobytesOf } from "../first-look.ts";
import { test } from "./journey.ts";
import { openPlan, openTuesday } from "./person.ts";

// A head has more beside the day than a clerk.
for (const userid of ["ilias", "rea"])
  test(`the day comes to ${userid} in few requests and little data, compressed, where a browser has nothing of it`, async ({
    page,
    context,
    browser,
  }) => {
    await openPlan(page, userid);
    await openTuesday(page);
    const fresh = await browser.newContext({ locale: "el-GR", storageState: await context.storageState() });
    const looked = await firstLook(await fresh.newPage(), page.url());
    await fresh.close();
    const written = looked.requests.filter(({ url }) => /\.(js|css)$/.test(url));
    expect(written.length).toBeGreaterThan(2);
    expect(written.filter(({ encoding }) => encoding !== "br")).toEqual([]);
    const asked = looked.requests.map(({ url, bytes }) => `${bytes} ${new URL(url).pathname}`).join("\n");
    expect(looked.requests.length, asked).toBeLessThanOrEqual(12);
    expect(kilobytesOf(looked), asked).toBeLessThanOrEqual(201);
  });
