import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anItem } from "../../../test/items-to-bring.ts";
import { aMinistryPerson, type MinistryPerson, turnAllLanguagesOn } from "../../../test/ministry-person.ts";
import { aVisitDesk, DAY } from "../../../test/visit-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { openOwner } from "../../platform/database/owner.ts";
import { COUNTER_LANGUAGES } from "../../text/languages.ts";
import type { ItemToBring } from "../../text/to-bring.ts";
import type { Translation } from "../contract.ts";
import { bringInTranslations } from "./import-translations.ts";

let world: World;
let athina: MinistryPerson;
beforeAll(async () => {
  world = await aWorld();
  athina = await aMinistryPerson(world);
  await bringing(anItem("Δελτίο ταυτότητας.", { english: "Identity card." }));
});
afterAll(() => world.close());

const bringing = (item: ItemToBring) =>
  world.owner.query("update service set to_bring = $1 where code = 'signature'", [JSON.stringify([item])]);
const idOf = (greek: string) => createHash("md5").update(greek).digest("hex");
const listed = async (language: string): Promise<Translation[]> =>
  (await athina.rule("GET", `translations/${language}`)).body.translations;
const one = async (language: string, greek: string) =>
  (await listed(language)).find((each) => each.greek === greek) as Translation;
const put = (language: string, greek: string, body: object, version: number) =>
  athina.rule("PUT", `translations/${language}/${idOf(greek)}`, { body, version });
const file = (text: string) => new TextEncoder().encode(text);
const owner = () => openOwner(world.database.ownerUrl);

async function bringIn(text: string) {
  const opened = owner();
  return await bringInTranslations(opened.db, file(text)).finally(() => opened.close());
}

test("holidays are translated from the beginning, and nobody has gone over them", async () => {
  expect(await one("ar", "Χριστούγεννα")).toMatchObject({
    kind: "holiday",
    english: "Christmas Day",
    words: "عيد الميلاد",
    isChecked: false,
    version: 1,
    changedBy: null,
  });
  expect(await one("sq", "Απεργία")).toMatchObject({ kind: "reason", english: null, words: "Grevë" });
  // What has English words of its own is not translated into English a second time.
  expect((await listed("en")).map(({ greek }) => greek)).not.toContain("Χριστούγεννα");
});

test("the ministry translates, checks and takes back; who has not seen the latest is told", async () => {
  const greek = "Δελτίο ταυτότητας.";
  expect(await one("ar", greek)).toMatchObject({ kind: "bring", words: null, version: 0 });
  expect((await put("ar", greek, { words: " بطاقة الهوية. ", isChecked: false }, 0)).body).toMatchObject({
    words: "بطاقة الهوية.",
    isChecked: false,
    version: 1,
    changedBy: expect.any(String),
  });
  expect(await athina.lastEntry()).toMatchObject({
    act: "translation-changed",
    details: { after: { language: "ar", greek } },
  });
  const stale = await put("ar", greek, { words: "x", isChecked: false }, 0);
  expect([stale.status, stale.body.current.words]).toEqual([412, "بطاقة الهوية."]);
  expect((await put("ar", greek, { words: "بطاقة الهوية.", isChecked: true }, 1)).body).toMatchObject({
    isChecked: true,
    version: 2,
  });
  expect((await put("ar", greek, { words: "<b>x</b>", isChecked: true }, 2)).body.errors).toMatchObject([
    { field: "words" },
  ]);
  expect((await put("ar", greek, { words: "", isChecked: true }, 2)).body).toMatchObject({
    words: null,
    isChecked: false,
    version: 0,
  });
  expect((await put("ar", "Δεν υπάρχει", { words: "x", isChecked: false }, 0)).status).toBe(404);
  const clerk = await world.aClerk(await world.anOffice());
  expect((await clerk.ask("GET", "/api/ministry/translations/ar")).status).toBe(403);
});

test("citizens read them at once on pages and in letters, with the Greek beside; Greek words that change have none", async () => {
  await turnAllLanguagesOn(world);
  const desk = await aVisitDesk(world);
  await bringIn("greek;uk\nΓνήσιο υπογραφής;Засвідчення підпису\nΔελτίο ταυτότητας.;Посвідчення особи.\n");
  const { rows } = await world.owner.query("select name from service where code = 'signature'");
  await bringIn(`greek;uk\n${rows[0].name};Засвідчення підпису\n`);
  const list = await desk.citizen.see("/uk/book/services");
  expect(list.html).toContain(`Засвідчення підпису (<span lang="el" dir="ltr">${rows[0].name}</span>)`);
  expect(list.html).toContain("<li>Посвідчення особи.</li>");
  await desk.citizen.send(`/uk/book/offices/${desk.office.code}/hold`, { service: "signature", at: `${DAY}T09:00` });
  await desk.citizen.send("/uk/book/who", { who: "self", lastName: "Коваль", firstName: "Оля" });
  await desk.citizen.confirm({ how: "email", email: desk.email }, "/uk");
  await desk.delivered(0);
  const link = /\/uk\/link\/[\w-]{43}/.exec(desk.smtp.messages(desk.email).at(-1)?.text ?? "")?.[0] ?? "";
  await desk.press(link, "confirm", {}, "");
  await desk.delivered(0);
  const letter = desk.smtp.messages(desk.email).at(-1);
  expect(letter?.text).toContain("Посвідчення особи. (Δελτίο ταυτότητας.)");
  expect(letter?.html).toContain('(<span lang="el" dir="ltr">Δελτίο ταυτότητας.</span>)');
  await bringing(anItem("Διαβατήριο."));
  expect((await desk.citizen.see("/uk/book/services")).html).not.toContain("Посвідчення особи");
});

test("a translator's file is brought in whole or not at all, and what changed waits for a native speaker again", async () => {
  await put("sq", "Πρωτοχρονιά", { words: "Viti i Ri", isChecked: true }, 1);
  expect(await bringIn("greek;sq;ar\nΠρωτοχρονιά;Viti i Ri;رأس السنة\n")).toEqual({
    added: 0,
    changed: 0,
    unchanged: 2,
  });
  expect(await one("sq", "Πρωτοχρονιά")).toMatchObject({ isChecked: true });
  expect(await bringIn("greek;sq;ar\nΠρωτοχρονιά;Viti i ri 2027;\n")).toEqual({ added: 0, changed: 1, unchanged: 0 });
  expect(await one("sq", "Πρωτοχρονιά")).toMatchObject({ words: "Viti i ri 2027", isChecked: false });
  expect(await bringIn("greek;de\nΠρωτοχρονιά;Neujahr\n")).toMatchObject({ faults: [{ code: "column-unknown" }] });
  expect(await bringIn("greek;sq\nΑ;x\nΑ;y\n")).toMatchObject({ faults: [{ code: "code-twice", column: "greek" }] });
});

test("the examples are faultless, and each text of the example catalogue is there in every language", async () => {
  const example = async (name: string) => readFile(new URL(`../../../db/examples/${name}.csv`, import.meta.url));
  const opened = owner();
  const { importServices } = await import("../../offices/import-services.ts");
  await importServices(opened.db, await example("services"));
  expect(await bringInTranslations(opened.db, await example("translations"))).not.toHaveProperty("faults");
  await opened.close();
  const examples = await world.owner.query(
    "select name as greek from service where is_example union select item ->> 'greek' from service, jsonb_array_elements(to_bring) as item where is_example",
  );
  for (const language of COUNTER_LANGUAGES) {
    const there = new Set((await listed(language)).filter(({ words }) => words !== null).map(({ greek }) => greek));
    expect(examples.rows.map(({ greek }) => greek).filter((greek) => !there.has(greek))).toEqual([]);
  }
});
