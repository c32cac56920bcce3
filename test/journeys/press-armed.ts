import { expect, type Locator, type Page } from "@playwright/test";

/** By keyboard, once what it does was on the screen for long enough: earlier it does nothing. */
export async function pressArmed(button: Locator): Promise<void> {
  await button.focus();
  await expect(button).toBeEnabled();
  await button.press("Enter");
}

/** Clicked at the moment at which it appears, as by the second click of two: nothing is sent, and it can be pressed later. */
export async function pressTooEarly(page: Page, words: RegExp, appears: () => Promise<unknown>): Promise<void> {
  const sent: string[] = [];
  page.on("request", (request) => request.headers()["idempotency-key"] && sent.push(request.url()));
  const pressed = page.evaluate(
    (pattern) =>
      new Promise<void>((done) => {
        const watch = new MutationObserver(() => {
          const button = [...document.querySelectorAll("button")].find((each) => each.textContent.match(pattern));
          if (!button) return;
          watch.disconnect();
          button.click();
          done();
        });
        watch.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    words.source,
  );
  await appears();
  await pressed;
  await expect(page.getByRole("button", { name: words })).toBeEnabled();
  expect(sent).toEqual([]);
}
