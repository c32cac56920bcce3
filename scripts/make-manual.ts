import { execFileSync } from "node:child_process";
import { chromium } from "@playwright/test";
import { chromiumPath } from "../test/chromium.ts";
import setUp from "../test/journeys/global-setup.ts";
import { openOwnOffice } from "../test/journeys/own-office.ts";
import { signIn } from "../test/journeys/person.ts";
import { takeFigures } from "../test/manual/take-figures.ts";
import { ROOT } from "../test/structure/source-files.ts";

// The figures of the manual, taken from the running program with its invented people; then the whole of it as a PDF in
// either language: dist/manual-el.pdf, dist/manual-en.pdf.
const tearDown = await setUp();
const own = await openOwnOffice();
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  await takeFigures(own, browser, `${ROOT}docs/manual/figures`);
  // What was taken is part of the pages.
  execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: ROOT, stdio: "inherit" });
  for (const language of ["el", "en"]) console.log(await printManual(language));
} finally {
  await browser.close();
  await own.close();
  await tearDown();
}

async function printManual(language: string): Promise<string> {
  const context = await browser.newContext({ locale: "el-GR" });
  await context.addInitScript((chosen) => localStorage.setItem("language", chosen), language);
  const page = await context.newPage();
  await signIn(page, "rea", `${own.url}/help/print`);
  await page.locator("article").last().waitFor();
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  const path = `${ROOT}dist/manual-${language}.pdf`;
  const footer =
    '<p style="width: 100%; font: 8px sans-serif; text-align: center"><span class="pageNumber"></span></p>';
  const margin = { top: "18mm", bottom: "18mm", left: "18mm", right: "18mm" };
  await page.pdf({
    path,
    format: "A4",
    margin,
    outline: true,
    tagged: true,
    displayHeaderFooter: true,
    headerTemplate: "<p></p>",
    footerTemplate: footer,
  });
  await context.close();
  return path;
}
