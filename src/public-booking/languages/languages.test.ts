import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aMinistryPerson, type MinistryPerson } from "../../../test/ministry-person.ts";
import { aPartner } from "../../../test/partner.ts";
import { aVisitDesk, DAY, type VisitDesk } from "../../../test/visit-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { COUNTER_LANGUAGES } from "../../text/languages.ts";

/** Citizens' pages and letters in the languages of the counter. */

let world: World;
let desk: VisitDesk;
let ministry: MinistryPerson;
beforeAll(async () => {
  world = await aWorld();
  ministry = await aMinistryPerson(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  desk = await aVisitDesk(world);
});

async function turn(language: string, isOn: boolean): Promise<void> {
  const { languages } = (await ministry.rule("GET", "languages")).body;
  const { version } = languages.find((each: { language: string }) => each.language === language);
  await ministry.rule("PUT", `languages/${language}`, { body: { isOn }, version });
}

test("a language that is off is offered nowhere, and its addresses go on in English with what was sent", async () => {
  const start = await desk.citizen.see("/book");
  expect(start.html).not.toContain('href="/ar/book"');
  const arabic = await desk.citizen.see("/ar/book/services?q=x");
  expect([arabic.status, arabic.headers.location]).toEqual([307, "/en/book/services?q=x"]);
  const sent = await desk.citizen.send("/ar/book/who", {});
  expect([sent.status, sent.headers.location]).toEqual([307, "/en/book/who"]);
});

test("switched on it is there at once, from right to left, with Greek names beside; switched off again it is gone", async () => {
  await turn("ar", true);
  expect((await desk.citizen.see("/book")).html).toContain(
    '<a href="/ar/book" lang="ar" hreflang="ar" dir="rtl">العربية</a>',
  );
  const page = await desk.citizen.see(`/ar/book/offices/${desk.office.code}/days/${DAY}?service=signature`);
  expect(page.status).toBe(200);
  expect(page.html).toContain('<html lang="ar" dir="rtl">');
  expect(page.html).toContain("γνησίου");
  expect(page.html).toContain('href="/ar/book');
  await turn("ar", false);
  expect((await desk.citizen.see("/ar/book")).status).toBe(307);
});

test("an address that there is not says so in the language with which it begins, and leads to the free times", async () => {
  await turn("ar", true);
  const title = { "": "Δεν υπάρχει τέτοια σελίδα", "/en": "There is no such page", "/ar": "هذه الصفحة غير موجودة" };
  for (const [at, words] of Object.entries(title))
    for (const path of [`${at}/nothing`, `${at}/nothing/7/wish?number=4817`, `${at}/link/long-gone/nothing`]) {
      const seen = await desk.citizen.see(path);
      expect([seen.status, seen.text.includes(words), seen.html.includes(`href="${at}/book"`)], path).toEqual([
        404,
        true,
        true,
      ]);
      // Pressed on a page that was open still.
      const sent = await desk.citizen.send(path, { name: "Παπαδοπούλου" });
      expect([sent.status, sent.text.includes(words)], path).toEqual([404, true]);
    }
  await turn("ar", false);
  expect((await desk.citizen.see("/ar/nothing")).text).toContain(title["/en"]);
});

test.each(COUNTER_LANGUAGES)("each page and letter on the way to an appointment has words in %s", async (language) => {
  await turn(language, true);
  const at = `/${language}`;
  const { citizen, office, email } = desk;
  const offices = `${at}/book/offices`;
  for (const path of [
    `${at}/book`,
    `${at}/book/services`,
    `${offices}?service=signature&where=${office.code}`,
    `${offices}/${office.code}?service=signature`,
    `${offices}/${office.code}/days?service=signature`,
    `${at}/book/earliest?service=signature`,
    `${at}/privacy`,
    `${at}/accessibility`,
    `${at}/book/find`,
  ])
    expect(missingWords((await citizen.see(path)).html), path).toEqual([]);
  await citizen.send(`${offices}/${office.code}/hold`, { service: "signature", at: `${DAY}T09:00` });
  expect(missingWords((await citizen.send(`${at}/book/who`, {})).html)).toEqual([]);
  await citizen.send(`${at}/book/who`, { who: "self", lastName: "Hoxha", firstName: "Arta" });
  const wrong = await citizen.confirm({ how: "email", email: "nobody" }, at);
  expect([wrong.status, missingWords(wrong.html), wrong.html.includes('value="nobody"')]).toEqual([422, [], true]);
  const asked = await citizen.confirm({ how: "email", email }, at);
  expect([asked.status, asked.headers.location]).toEqual([303, `${at}/book/sent`]);
  expect(missingWords((await citizen.see(`${at}/book/sent`)).html)).toEqual([]);
  await desk.delivered(0);
  const letter = desk.smtp.messages(email).at(-1);
  expect(missingWords(`${letter?.subject} ${letter?.text}`)).toEqual([]);
  const isMirrored = language === "ar" || language === "ur";
  expect(letter?.html).toContain(`<html lang="${language}" dir="${isMirrored ? "rtl" : "ltr"}">`);
  const link = /\/\w\w\/link\/[\w-]{43}/.exec(letter?.text ?? "")?.[0] ?? "";
  expect(link.startsWith(`${at}/link/`)).toBe(true);
  expect(missingWords((await citizen.see(link)).html)).toEqual([]);
});

test("nobody writes a language that is off onto an appointment; who chose it before is written to in English", async () => {
  await turn("sq", false);
  const { office, clerk, smtp } = desk;
  const partner = await aPartner(world);
  const visit = { date: DAY, service: "signature", lastName: "Hoxha", firstName: "Arta", language: "sq" };
  const asClerk = (body: object) =>
    clerk.ask("POST", `${office.code}/appointments`, { body: { ...body, queue: 1 }, key: crypto.randomUUID() });
  const asPartner = () =>
    partner.ask("POST", "appointments", {
      key: crypto.randomUUID(),
      body: { ...visit, office: office.code, time: "11:00", email: "arta@example.gr" },
    });
  const inGreek = (await asClerk({ ...visit, time: "09:00", language: "el" })).body;
  const inAlbanian = (notes: string, { id, version } = inGreek) =>
    clerk.ask("PATCH", `${office.code}/appointments/${id}`, { body: { language: "sq", notes }, version });
  const writers = [() => asClerk({ ...visit, time: "10:00" }), asPartner, () => inAlbanian("once")];
  for (const write of writers)
    expect((await write()).body).toMatchObject({
      status: 422,
      errors: [{ field: "language", code: "language-not-offered" }],
    });

  await turn("sq", true);
  for (const write of writers) expect((await write()).status).toBeLessThan(300);
  await turn("sq", false);
  const before = (await clerk.ask("GET", `${office.code}/appointments/${inGreek.id}`)).body;
  expect(await inAlbanian("twice", before)).toMatchObject({ status: 200, body: { language: "sq", notes: "twice" } });
  await desk.delivered();
  const letter = smtp.messages("arta@example.gr").at(-1);
  expect(letter?.html).toContain('<html lang="en"');
  expect(letter?.text).toContain("/en/link/");
});

/** A key without words stands for itself; and no comma of ours stands between words of Arabic script. */
const missingWords = (text: string): string[] => [
  ...new Set(text.match(/\b(book|finder|visit|letter|problem|field|audit|standIn)\.[a-z][\w-]*/g)),
  ...(text.match(/\p{Script=Arabic}[^\p{Script=Arabic}]?,|,\s\p{Script=Arabic}/gu) ?? []),
];
