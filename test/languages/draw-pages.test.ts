import { afterAll, beforeAll, expect, test } from "vitest";
import { type CitizensLanguage, LANGUAGES } from "../../src/text/languages.ts";
import { aDrawDesk, CLOSES, type DrawDesk, FIRST, OPENS } from "../draw-desk.ts";
import { aWisher, lastWish, linkTo } from "../draw-wisher.ts";
import { turnAllLanguagesOn } from "../ministry-person.ts";
import { aWorld, type World } from "../world.ts";
import { foreignTexts, ownWords, withoutDirection } from "./foreign-texts.ts";

/** The pages of a draw and of a wish, in each language and each of their states: whatever is of another language says so. */

let world: World;
let desk: DrawDesk;
const pages = new Map<string, string>();
beforeAll(async () => {
  world = await aWorld();
  await turnAllLanguagesOn(world);
  desk = await aDrawDesk(world, { mornings: [1, 1] });
  await see("coming", `/draws/${desk.number}`);
  await desk.at("2026-11-29T20:00");
  await desk.at(OPENS);
  await see("open", `/draws/${desk.number}`);
  await see("list", "/draws");
  await see("who", `/draws/${desk.number}/wish`);
  await see("sent", `/draws/${desk.number}/sent`);
  const [first, second] = desk.offices.map(({ code }) => code);
  const chosen = {
    by: "email",
    lastName: "Zhzh",
    firstName: "Qwqw",
    email: "zhzh@example.gr",
    first: "day",
    others: "1",
  };
  const when = `${FIRST} 0,2026-12-15 0`;
  for (const language of LANGUAGES) {
    const wisher = aWisher(world, desk, prefix(language));
    note("who, wrong", language, (await wisher.press("choose", {})).html);
    note("choice", language, (await wisher.press("show", { ...chosen, when, offices: `${first},${second}` })).html);
    note("choice, nothing", language, (await wisher.press("send", { ...chosen, when: "", offices: "" })).html);
  }
  const wisher = aWisher(world, desk);
  const links = [];
  for (const name of ["one", "two", "three"]) {
    await wisher.wish({ email: `${name}@gmail.com`, lastName: "Zhzh", firstName: "Qwqw", others: "1" });
    links.push(await linkTo(world, await lastWish(desk), `${name}@gmail.com`));
  }
  await see("unconfirmed", links[0] as string);
  await world.owner.query("update draw_wish set is_confirmed = true");
  for (const part of ["", "/change", "/withdraw"]) await see(`in${part}`, `${links[0]}${part}`);
  await desk.at(CLOSES);
  await desk.run();
  await desk.run();
  for (const [index, link] of links.entries()) {
    await see(`after ${index}`, link);
    await see(`leave ${index}`, `${link}/leave`);
  }
  await see("result", `/draws/${desk.number}?number=1234`);
  await see("check", `/draws/verify?draw=${desk.number}`);
}, 60_000);
afterAll(() => world.close());

const prefix = (language: CitizensLanguage): string => (language === "el" ? "" : `/${language}`);
const note = (name: string, language: CitizensLanguage, html: string) => pages.set(`${language} ${name}`, html);

async function see(name: string, address: string): Promise<void> {
  for (const language of LANGUAGES) {
    const reply = await world.app.inject({ url: `${prefix(language)}${address}`, headers: { accept: "text/html" } });
    expect([name, reply.statusCode]).toEqual([name, 200]);
    note(name, language, reply.body);
  }
}

test.each(LANGUAGES)("in %s nothing of another language is unmarked", async (language) => {
  const own = await ownWords(language);
  const ofLanguage = [...pages].filter(([name]) => name.startsWith(`${language} `));
  expect(ofLanguage.length).toBeGreaterThan(15);
  const found = ofLanguage.flatMap(([name, html]) => [
    ...foreignTexts(html, own).map((text) => `${name}: ${text}`),
    ...withoutDirection(html).map((text) => `${name}, without a direction: ${text}`),
  ]);
  expect(found).toEqual([]);
});
