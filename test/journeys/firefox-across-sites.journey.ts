import { expect } from "@playwright/test";
import { type Firefox, startFirefox } from "../firefox.ts";
import { test } from "./journey.ts";
import { type OwnOffice, openOwnOffice } from "./own-office.ts";

/**
 * What leads to another site and back, in the other browser: asked for by `ACROSS_SITES=1` (playwright.config.ts). Beside all other
 * journeys it has twice waited for an answer of Firefox that never came; why is not known.
 */
let own: OwnOffice;
let firefox: Firefox;
test.beforeAll(async () => {
  [own, firefox] = await Promise.all([openOwnOffice(), startFirefox()]);
});
test.afterAll(async () => {
  await firefox?.close();
  await own?.close();
});

const says = (words: string) => firefox.until(`document.body.innerText.includes(${JSON.stringify(words)})`);

test("a citizen is shown by a wallet at another site, refused and agreed, and comes back as the same browser", async () => {
  await firefox.visit(`${own.url}/book/offices/9902/days?service=signature-certification`);
  await firefox.leave("td a", ".times button");
  await firefox.leave(".times button", "[name=lastName]");
  await firefox.type("lastName", "Τυπωμένου");
  await firefox.type("firstName", "Έλλη");
  await firefox.leave("main form:last-of-type button.button--go", "#how-wallet");
  await firefox.read("document.querySelector('#how-wallet').checked = true");
  await firefox.leave("main button.button--go", TO_WALLET);
  await answerInWallet("menelaos", "deny", ".errsum");
  await says("Το πορτοφόλι δεν μας έδειξε τίποτα.");
  await answerInWallet("menelaos", "approve", "[name=email], .errsum a");
  // Its list is fetched once somebody has named it: a moment later the same answer is looked at again, once by each page.
  const lookAgain = `window.isPressed ??= document.querySelector(".errsum a")?.click() ?? true`;
  await firefox.until(`document.readyState === "complete" && (${found("[name=email]")} || (${lookAgain}, false))`);
  await says("Το πορτοφόλι απάντησε και η υπογραφή του ελέγχθηκε.");
  await firefox.type("email", "menelaos@example.gr");
  await firefox.leave("form.check button.button--go", ".slip");
  const { rows } = await own.sql.query("select last_name from appointment where email = 'menelaos@example.gr'");
  expect(rows).toEqual([{ last_name: "Θαλασσινός" }]);
});

const TO_WALLET = "[action='/book/wallet'] button.button--go";

async function answerInWallet(holder: string, button: "approve" | "deny", next: string): Promise<void> {
  await firefox.leave(TO_WALLET, "a.button--go");
  await firefox.leave("a.button--go", "[name=holder]");
  await firefox.read(`document.querySelector("[value=${holder}]").checked = true`);
  await firefox.leave(`[name=${button}]`, next);
}

const found = (selector: string) => `document.querySelector(${JSON.stringify(selector)}) !== null`;
