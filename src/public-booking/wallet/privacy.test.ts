import { afterAll, beforeAll, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { turnAllLanguagesOn } from "../../../test/ministry-person.ts";
import { aWalletWorld, type WalletWorld } from "../../../test/wallet/wallet-world.ts";
import { LANGUAGES } from "../../text/languages.ts";
import { privacyPage } from "../find/legal/privacy-page.ts";
import { prefixOf, readerIn } from "../frame/reader.ts";

/** What the page on data says of wallets, where they are set. */
let all: WalletWorld;
beforeAll(async () => {
  all = await aWalletWorld({ WALLET_ASKS_NUMBER: "true" });
  await turnAllLanguagesOn(all.world);
});
afterAll(() => all.close());

const markupOf = (wallet: { asksNumber: boolean } | null): string =>
  privacyPage({ days: 60, wallet }, readerIn("en", false)).markup;
const OF_NAMES = "What you showed with a European identity wallet: surname, first name, which country issued it";
const OF_NUMBER = "Mark of the administrative number, if the wallet shows one; never the number itself";

test("where wallets are set it says what is taken of them, for how long, and which cookie waits", async () => {
  const { text } = await aCitizen(all.world).see("/en/privacy");
  expect(text).toContain(`${OF_NAMES}so that we know who books until you are back here, 5 minutes at most`);
  expect(text).toContain(`${OF_NUMBER}so that the limit of one person holds and you find your appointments 60 days`);
  expect(text).toContain("we neither ask for nor keep. The issuer does not learn that you booked.");
  expect(text).toContain("there is one more, for 10 minutes at most");
});

test("in each language it says more than without a wallet, and leaves no gap", async () => {
  for (const language of LANGUAGES) {
    const { html } = await aCitizen(all.world).see(`${prefixOf(language)}/privacy`);
    const without = privacyPage({ days: 60, wallet: null }, readerIn(language, false)).markup;
    expect(rowsIn(html), language).toBe(rowsIn(without) + 2);
    expect(html, language).not.toContain("{{");
  }
});

test("of a number it tells only where one is asked for, and of wallets nothing where none are set", () => {
  expect(markupOf({ asksNumber: false })).toContain(OF_NAMES);
  expect(markupOf({ asksNumber: false })).not.toContain(OF_NUMBER);
  expect(markupOf(null)).not.toMatch(/wallet/i);
});

const rowsIn = (html: string): number => html.split('<th scope="row">').length;
