import { afterAll, beforeAll, expect, test } from "vitest";
import { moveToken } from "../../src/public-booking/wallet/move.ts";
import { LANGUAGES } from "../../src/text/languages.ts";
import { aCitizen } from "../citizen.ts";
import { turnAllLanguagesOn } from "../ministry-person.ts";
import { DAY } from "../visit-desk.ts";
import { aWalletWorld, beginWallet, comeBack, pathOf, type WalletWorld } from "../wallet/wallet-world.ts";
import type { TestOffice } from "../world.ts";
import { foreignTexts, ownWords, withoutDirection } from "./foreign-texts.ts";

/** All pages of the way by a European wallet in each language: whatever is of another language says so. */

let wallets: WalletWorld;
let office: TestOffice;
beforeAll(async () => {
  wallets = await aWalletWorld();
  await turnAllLanguagesOn(wallets.world);
  office = await wallets.world.anOffice();
  await wallets.world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
});
afterAll(() => wallets.close());

const TIMES = { el: "09:00", en: "09:15", sq: "09:30", uk: "09:45", ar: "10:00", ur: "10:15" };
const COMES = { who: "relative", lastName: "Zhzh", firstName: "Qwqw" };

test.each(LANGUAGES)("%s: words of another language say which, and nothing of a page is lost", async (language) => {
  const { world, wallet } = wallets;
  const at = language === "el" ? "" : `/${language}`;
  // Names alone take no more at once than one person may have.
  await world.owner.query("delete from online_person");
  const citizen = aCitizen(world);
  const pages = new Map<string, string>();
  const see = async (path: string, status: number, device = citizen) => {
    const page = await device.see(path);
    expect([path, page.status]).toEqual([path, status]);
    pages.set(`${pages.size}: ${path}`, page.html);
  };
  const wish = { service: "signature", at: `${DAY}T${TIMES[language]}` };
  await citizen.send(`${at}/book/offices/${office.code}/hold`, wish);
  await citizen.send(`${at}/book/who`, COMES);
  await see(`${at}/book/check`, 200);
  await see(`${at}/book/wallet`, 200);
  await citizen.send(`${at}/book/wallet/elsewhere`, {});
  await see(`${at}/book/wallet/elsewhere`, 200);
  const drawn = await moveToken(world.db, citizen.cookie() ?? "");
  await see(`${at}/book/wallet/move/${drawn}`, 200, aCitizen(world));
  await see(`${at}/book/wallet/move/x`, 404, aCitizen(world));
  const refused = await wallet.answer(await beginWallet(citizen, at), { person: "fani", agrees: false });
  await see(`${at}/book/wallet/open`, 400);
  await see(pathOf(refused.redirectUri), 400);
  const link = await beginWallet(citizen, at);
  await see(`${at}/book/wallet/open`, 200);
  expect((await comeBack(wallets, citizen, { link, person: "fani" })).headers.location).toBe(`${at}/book/check`);
  await see(`${at}/book/who`, 200);
  await citizen.send(`${at}/book/who`, COMES);
  await see(`${at}/book/check`, 200);
  expect((await citizen.confirm({ email: `zhzh@${language}.example.gr` }, at)).headers.location).toBe(
    `${at}/book/done`,
  );
  await see(`${at}/book/done`, 200);
  const words = await ownWords(language);
  const found = [...pages].flatMap(([page, html]) =>
    [...foreignTexts(html, words), ...withoutDirection(html)].map((text) => `${page}: ${text}`),
  );
  expect(found).toEqual([]);
});
