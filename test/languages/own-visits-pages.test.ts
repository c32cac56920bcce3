import { afterAll, beforeAll, expect, test } from "vitest";
import { LANGUAGES } from "../../src/text/languages.ts";
import { aCitizen } from "../citizen.ts";
import { turnAllLanguagesOn } from "../ministry-person.ts";
import { anOwnVisitsWorld, DAY, LIST, type OwnVisitsWorld, pressable } from "../own-visits.ts";
import { identify, pathBack } from "../taxisnet.ts";
import type { TestOffice } from "../world.ts";
import { foreignTexts, ownWords, withoutDirection } from "./foreign-texts.ts";

/** «Τα ραντεβού μου» in each language, from the sign-in to what it leads to: whatever is of another language says so. */

let own: OwnVisitsWorld;
let office: TestOffice;
beforeAll(async () => {
  own = await anOwnVisitsWorld();
  await turnAllLanguagesOn(own.world);
  office = await own.anOpenOffice();
});
afterAll(() => own.close());

const TIMES = { el: "09:00", en: "09:15", sq: "09:30", uk: "09:45", ar: "10:00", ur: "10:15" };
/** As in English: a company's name of no language, and whoever comes for it. */
const COMES = { who: "relative", lastName: "Zhzh", firstName: "Qwqw" };

test.each(LANGUAGES)("%s: words of another language say which, and nothing of a page is lost", async (language) => {
  const at = language === "el" ? "" : `/${language}`;
  const citizen = aCitizen(own.world);
  const pages = new Map<string, string>();
  const see = async (path: string) => {
    const page = await citizen.see(`${at}${path}`);
    pages.set(path, page.html);
    return page;
  };
  await see(LIST);
  await citizen.send(`${at}/book/offices/${office.code}/hold`, {
    service: "signature",
    at: `${DAY}T${TIMES[language]}`,
  });
  await citizen.send(`${at}/book/who`, COMES);
  await identify(citizen, "anna", at);
  await citizen.send(`${at}/book/who`, COMES);
  expect((await citizen.confirm({}, at)).headers.location).toBe(`${at}/book/done`);
  const done = await see("/book/done");
  expect(done.html).toContain(`href="${at}${LIST}"`);
  const back = await citizen.see(await pathBack(citizen, "anna", at, LIST));
  expect(back.headers.location).toBe(`${at}${LIST}`);
  const list = await see(`${LIST}?added=1`);
  for (const path of [`${LIST}/past`, `${LIST}/seen`, `${LIST}/add`]) expect((await see(path)).status).toBe(200);
  pages.set("add, wrong", (await citizen.send(`${at}${LIST}/add`, { reference: "1", lastName: "" })).html);
  const [visit = ""] = pressable(list, "");
  const opened = await citizen.send(`${at}${LIST}/open`, { visit });
  pages.set("opened", (await citizen.see(String(opened.headers.location))).html);
  await citizen.send(`${at}${LIST}/out`, {});
  await see(`${LIST}?note=over`);
  pages.set("opened, over", (await citizen.see(String(opened.headers.location))).html);
  const words = await ownWords(language);
  const found = [...pages].flatMap(([page, html]) =>
    [...foreignTexts(html, words), ...withoutDirection(html)].map((text) => `${page}: ${text}`),
  );
  expect(found).toEqual([]);
});
