import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "@playwright/test";
import { createTransport } from "nodemailer";
import { mailRelayOf } from "../../src/platform/mail-relay.ts";
import { type SmtpStandIn, startSmtp } from "../../trial/stand-ins/smtp.ts";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";

/** Whoever tries the platform sees the e-mails that it sends, and what it does when they can't be sent. */

let smtp: SmtpStandIn;
test.beforeAll(async () => {
  smtp = await startSmtp();
});
test.afterAll(() => smtp.stop());

const CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nSUMMARY:Ραντεβού στο ΚΕΠ\r\nEND:VCALENDAR\r\n";
/** Longer than a phone is wide */
const LONG = "x".repeat(400);

const send = (mail: object) =>
  createTransport({ ...mailRelayOf(smtp.url) }).sendMail({
    from: "visits@example.gr",
    to: `eleni.${LONG.slice(0, 50)}@example.gr`,
    ...mail,
  });

test("reading a message that arrived", async ({ page }) => {
  await page.goto(smtp.page);
  await atEveryWidth(page, "nothing arrived");
  const icalEvent = { method: "REQUEST", content: CALENDAR };
  await send({ subject: "Το ραντεβού σας", text: `Σας περιμένουμε. ${LONG}`, html: "<h1>Καλημέρα</h1>", icalEvent });
  await page.reload();
  await atEveryWidth(page, "one arrived");
  await page.getByRole("link", { name: "Το ραντεβού σας" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Το ραντεβού σας" })).toBeVisible();
  await expect(page.frameLocator("iframe").getByRole("heading", { name: "Καλημέρα" })).toBeVisible();
  await expect(page.getByText("SUMMARY:Ραντεβού στο ΚΕΠ").first()).toBeVisible();
  await atEveryWidth(page, "a message");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Λήψη της καταχώρισης ως αρχείου" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("calendar.ics");
});

test("a message that would do harm does none", async ({ page }) => {
  const told: (string | undefined)[] = [];
  const elsewhere = createServer((request, response) => {
    told.push(request.url);
    response.end();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  page.on("dialog", (dialog) => {
    told.push(dialog.message());
    return dialog.dismiss();
  });
  const harm = [
    `<script>alert("script"); top.location = "${origin}/top"</script>`,
    `<img src="${origin}/image" onerror="alert('image')">`,
    `<link rel="stylesheet" href="${origin}/style"><meta http-equiv="refresh" content="0;url=${origin}/refresh">`,
  ].join("");
  await send({ subject: harm, text: harm, html: `${harm}<p>Τέλος</p>` });
  await page.goto(smtp.page);
  await page.getByRole("link", { name: "<script>" }).click();
  await expect(page.frameLocator("iframe").getByText("Τέλος")).toBeVisible();

  // Alone, where only its own header holds it. Chromium 156 never says that it has come to such a page: in a frame it does.
  const alone = await page.getByRole("link", { name: "Η μορφή HTML μόνη της" }).getAttribute("href");
  const { headers } = await fetch(new URL(alone ?? "", smtp.page));
  expect(headers.get("content-security-policy")?.split("; ")).toContain("sandbox");
  await page.locator("iframe").evaluate((frame) => {
    frame.removeAttribute("sandbox");
    frame.replaceWith(frame.cloneNode());
  });
  await expect(page.frameLocator("iframe:not([sandbox])").getByText("Τέλος")).toBeVisible();
  expect(told).toEqual([]);
  elsewhere.close();
});

test("turning the knobs", async ({ page }) => {
  await page.goto(smtp.page);
  await page.getByRole("link", { name: "Βλάβες του διακομιστή" }).click();
  await atEveryWidth(page, "no faults");
  await page.getByLabel("Σε ποιο σημείο").selectOption("Στον παραλήπτη (RCPT TO)");
  await page.getByLabel("Τι γίνεται").selectOption("Άρνηση");
  await page.getByLabel("Κωδικός της άρνησης").fill("250");
  await page.getByRole("button", { name: "Προσθήκη βλάβης" }).click();
  await expect(page.getByRole("alert")).toContainText("Κωδικός της άρνησης");
  await atEveryWidth(page, "a wrong fault");
  await page.getByLabel("Κωδικός της άρνησης").fill("552");
  await page.getByRole("button", { name: "Προσθήκη βλάβης" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Άρνηση · 552" })).toBeVisible();
  await expect(send({ text: "α" })).rejects.toThrow("552");
  await page.getByRole("button", { name: "Άρνηση κάθε σύνδεσης" }).click();
  await expect(page.getByText("Ο διακομιστής δεν δέχεται συνδέσεις.")).toBeVisible();
  await atEveryWidth(page, "dead");
  await page.getByRole("button", { name: "Επαναφορά της κανονικής λειτουργίας" }).click();
  await expect(page.getByText("552")).toHaveCount(0);
  await send({ text: "α" });
});
