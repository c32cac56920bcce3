import { expect, type Page } from "@playwright/test";
import { type SmtpStandIn, startSmtp } from "../../trial/stand-ins/smtp.ts";
import { atEachOfThreeWidths } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnOffice, openOwnOffice } from "./own-office.ts";

/** What the head writes below the letters of an office, and the ministry below all. */
let smtp: SmtpStandIn;
let own: OwnOffice;
test.beforeAll(async () => {
  smtp = await startSmtp();
  own = await openOwnOffice({ SMTP_URL: smtp.url });
});
test.afterAll(async () => {
  await own.close();
  await smtp.stop();
});

const section = (page: Page) => page.getByRole("region", { name: "E-mail προς τους πολίτες" });
const dialog = (page: Page) => page.getByRole("dialog", { name: "Προεπισκόπηση e-mail" });

test("by keyboard: a note that is too long or has markup, then one that is seen, sent as a test and saved", {
  tag: "@proof",
}, async ({ browser }) => {
  await own.sql.query("update office set email = null where code = $1", [own.code]);
  const page = await own.openAs(browser, "rea", "settings?tab=letters");
  const hour = section(page).getByRole("textbox", { name: "Ώρα υπενθύμισης" });
  const note = section(page).getByRole("textbox", { name: "Σημείωμα στο τέλος, στα ελληνικά" });
  const english = section(page).getByRole("textbox", { name: "Σημείωμα στο τέλος, στα αγγλικά" });
  await hour.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("23");
  await page.keyboard.press("Tab");
  await note.fill("α".repeat(10_000));
  await page.keyboard.press("Tab");
  await page.keyboard.type("By the <b>side</b> door");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(section(page)).toContainText("Γράψτε ώρα από 07:00 έως 21:59.");
  await expect(section(page)).toContainText("Γράψτε έως 500 χαρακτήρες. Τώρα είναι 10000.");
  await expect(section(page)).toContainText("Γράψτε απλό κείμενο. Το «<b>» δεν γίνεται μορφοποίηση");
  await expect(hour).toBeFocused();
  await atEachOfThreeWidths(page, "faults in the settings of e-mails");
  await hour.fill("1830");
  await note.fill("Η είσοδος είναι από την πίσω πλευρά.");
  await english.fill("By the side door.");
  await section(page).getByRole("button", { name: "Προεπισκόπηση και δοκιμή" }).press("Enter");
  await expect(dialog(page)).toContainText("Η είσοδος είναι από την πίσω πλευρά.");
  await atEachOfThreeWidths(page, "a letter before its note is saved");
  await dialog(page).getByRole("button", { name: "Δοκιμαστική αποστολή" }).press("Enter");
  await expect(dialog(page).getByRole("alert")).toContainText("Το ΚΕΠ δεν έχει e-mail.");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Αποθήκευση: E-mail" }).press("Enter");
  await expect(page.getByText("Αποθηκεύτηκε: E-mail")).toBeVisible();
  await expect(hour).toHaveValue("18:30");

  await page.getByRole("link", { name: "Στοιχεία", exact: true }).click();
  await page.getByRole("region", { name: "Επικοινωνία" }).getByLabel("E-mail").fill("kep@example.gr");
  await page.getByRole("button", { name: "Αποθήκευση: Στοιχεία" }).press("Enter");
  await expect(page.getByText("Αποθηκεύτηκε: Στοιχεία")).toBeVisible();
  await page.getByRole("link", { name: "E-mail", exact: true }).click();
  smtp.knobs({ dead: true });
  await section(page).getByRole("button", { name: "Προεπισκόπηση και δοκιμή" }).press("Enter");
  await dialog(page).getByLabel("English").check();
  await expect(dialog(page)).toContainText("By the side door.");
  const send = dialog(page).getByRole("button", { name: "Δοκιμαστική αποστολή στο kep@example.gr" });
  await send.press("Enter");
  await expect(dialog(page).getByRole("alert")).toContainText("Ο διακομιστής e-mail δεν απαντά.");
  smtp.knobs({});
  await send.press("Enter");
  await expect(dialog(page)).toContainText("Η δοκιμή στάλθηκε στο kep@example.gr.");
  await atEachOfThreeWidths(page, "a test that was sent");
  expect(smtp.messages("kep@example.gr").map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Test: /)]);
});

test("a clerk reads when reminders go out and what closes the letters", async ({ browser }) => {
  const page = await own.openAs(browser, "ilias", "settings?tab=letters");
  await expect(section(page)).toContainText("Ώρα υπενθύμισης");
  await expect(section(page).getByRole("button")).toHaveCount(0);
});

test("the ministry names the sender and writes the legal foot, and finds it in its history", async ({ browser }) => {
  const page = await own.openAs(browser, "athina", "../../ministry/letters");
  const name = page.getByRole("textbox", { name: "Όνομα αποστολέα" });
  await expect(name).toHaveValue("Ραντεβού στα ΚΕΠ");
  await name.fill("");
  await page.getByRole("button", { name: "Αποθήκευση για όλα τα e-mail" }).press("Enter");
  await expect(page.getByText("Συμπληρώστε το πεδίο.")).toBeVisible();
  await atEachOfThreeWidths(page, "the ministry's letters, with a fault");
  await name.fill("Ραντεβού στα ΚΕΠ της Ελλάδας");
  await page.getByRole("textbox", { name: "Νομικό υποσέλιδο, στα ελληνικά" }).fill("Υπουργείο Ψηφιακής Διακυβέρνησης");
  await page.getByRole("button", { name: "Προεπισκόπηση e-mail" }).press("Enter");
  await expect(dialog(page)).toContainText("Ραντεβού στα ΚΕΠ της Ελλάδας");
  await expect(dialog(page)).toContainText("Υπουργείο Ψηφιακής Διακυβέρνησης");
  await atEachOfThreeWidths(page, "a letter of the ministry");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Αποθήκευση για όλα τα e-mail" }).press("Enter");
  await expect(page.getByText("Αποθηκεύτηκε. Ισχύει από το επόμενο e-mail.")).toBeVisible();
  await expect(page.getByText(/^Τελευταία αλλαγή/)).toBeVisible();
  await atEachOfThreeWidths(page, "the ministry's letters");
  await page.getByRole("link", { name: "Ιστορικό" }).press("Enter");
  await expect(page.getByRole("row", { name: /Αλλαγή στα e-mail προς τους πολίτες/ })).toContainText("τώρα");
});
