import { expect } from "@playwright/test";
import { atEveryWidth } from "./accessible.ts";
import { test } from "./journey.ts";
import { type OwnPlatform, openOwnPlatform } from "./own-platform.ts";
import { signIn } from "./person.ts";

/** The ministry's cap on citizens' own moves: on a platform of its own, for it holds for everybody. */
let own: OwnPlatform;
test.beforeAll(async () => {
  own = await openOwnPlatform();
});
test.afterAll(() => own.close());

test("how often citizens change a time is typed where booking is opened; a fault is said, and what is saved is seen", async ({
  page,
}) => {
  await signIn(page, "athina", `${own.url}/ministry/public-booking`);
  const moves = page.getByRole("textbox", { name: "Φορές" });
  const save = page.getByRole("button", { name: "Αποθήκευση για όλα τα ΚΕΠ" });
  await expect(moves).toHaveValue("3");
  await moves.fill("21");
  await save.press("Enter");
  await expect(moves).toBeFocused();
  await expect(moves).toHaveAccessibleDescription(/1.*20/);
  await expect(moves).toHaveAttribute("aria-invalid", "true");
  await atEveryWidth(page, "a limit's fault");
  await moves.fill("2");
  await moves.press("Enter");
  await expect(page.getByText(/Αποθηκεύτηκε: 2\sφορές/)).toBeVisible();
  await page.reload();
  await expect(moves).toHaveValue("2");
  await expect(page.getByText(/Τελευταία αλλαγή .*Αθηνά/)).toBeVisible();
});
