import { expect } from "@playwright/test";
import { test } from "./journey.ts";
import { openPlan } from "./person.ts";

/** Whoever lets the browser say where it is, is asked on one page only, and never gives away more than a kilometre. */
const HERE = { latitude: 37.98765, longitude: 23.71234 };

test("the place goes out rounded, from the one page that may ask for it", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL,
    locale: "el-GR",
    geolocation: HERE,
    permissions: ["geolocation"],
  });
  const page = await context.newPage();
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  const isDenied = () =>
    page.evaluate(
      () =>
        new Promise<boolean>((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve(false),
            () => resolve(true),
          ),
        ),
    );
  const elsewhere = [
    "/book",
    "/book/services",
    "/book/find",
    "/book/easy",
    "/privacy",
    "/accessibility",
    "/en/book",
    "/",
  ];
  for (const path of elsewhere) {
    await page.goto(path);
    expect(await isDenied(), path).toBe(true);
  }
  await openPlan(page, "ilias");
  expect(await isDenied(), "the plan").toBe(true);

  await page.goto("/book/offices?service=copy-certification");
  await page.getByRole("button", { name: "Δείξτε μου τα κοντινά" }).click();
  await expect(page).toHaveURL(/[?&]lat=37\.99&lon=23\.71$/);
  expect(sent.filter((one) => /37\.98|23\.712/.test(one))).toEqual([]);
  await context.close();
});
