import { afterAll, beforeAll, expect, test } from "vitest";
import { type CitizensLanguage, LANGUAGES } from "../../src/text/languages.ts";
import { turnAllLanguagesOn } from "../ministry-person.ts";
import { aVisitDesk, DAY, type VisitDesk } from "../visit-desk.ts";
import { aWorld, type World } from "../world.ts";
import { englishElsewhere, foreignTexts, ownWords, withoutDirection } from "./foreign-texts.ts";

/** All pages of citizens in each language, and the letter: whatever is of another language says so. */

let world: World;
let desk: VisitDesk;
beforeAll(async () => {
  world = await aWorld();
  await turnAllLanguagesOn(world);
  desk = await aVisitDesk(world);
  await world.owner.query(
    `update office set name_en = 'KEP Trial Harbour', address = 'Πλατεία Ανεμώνης 4', postcode = '99012', phone = '+302105550120',
       latitude = 38, longitude = 23.7, region = 'Επινοημένη', regional_unit = 'Ανατολής', access_notes = 'Κουδούνι δεξιά',
       has_step_free_entrance = true, settings_version = settings_version + 1 where id = $1`,
    [desk.office.id],
  );
  await world.owner.query(
    'update service set to_bring = \'[{"greek": "Ταυτότητα.", "english": "An identity card.", "mark": "original", "cases": ["self", "minor"]}]\', online_url = \'https://www.gov.gr\' where code = \'signature\'',
  );
  await world.owner.query(
    `insert into exception (office_id, id, queue, kind, starts_at, ends_at, reason, created_at) values
       ($1, gen_random_uuid(), null, 'closed', '2026-11-27T00:00+02', '2026-11-28T00:00+02', 'Τοπική αργία', now()),
       ($1, gen_random_uuid(), null, 'closed', '2026-12-01T00:00+02', '2026-12-02T00:00+02', 'Μετακόμιση αρχείου', now())`,
    [desk.office.id],
  );
});
afterAll(() => world.close());

const PERSON = { who: "self", lastName: "Zhzh", firstName: "Qwqw" };
const ENGLISH = ["KEP Trial Harbour", "An identity card.", "Certification of signature"];

const MOST = 60;

/** Every page that a link of another leads to, from the start on. */
async function linked(at: string): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  const found = [`${at}/book`, `${at}/book/offices?service=signature&where=99012`, `${at}/book/offices?where=xyxyx`];
  for (let next = found.shift(); next !== undefined && pages.size < MOST; next = found.shift()) {
    const { status, html } = await desk.citizen.see(next);
    if (status !== 200) continue;
    pages.set(next, html);
    const links = [...html.matchAll(/<a\b[^>]*href="([^"#]*)/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
    const isOurs = (href: string) => href.startsWith(`${at}/`) && (at !== "" || !/^\/(\w\w)\//.test(href));
    for (const href of links) if (isOurs(href) && !pages.has(href) && !found.includes(href)) found.push(href);
  }
  return pages;
}

/** The way to an appointment and away from it again, page by page. */
async function booked(at: string, language: CitizensLanguage): Promise<ReadonlyMap<string, string>> {
  const { citizen, office, smtp } = desk;
  const email = `zhzh@${language}.example.gr`;
  const pages = new Map<string, string>();
  const note = (name: string, html: string) => pages.set(name, html);
  await citizen.send(`${at}/book/offices/${office.code}/hold`, {
    service: "signature",
    at: `${DAY}T${TIMES[language]}`,
  });
  note("who", (await citizen.see(`${at}/book/who`)).html);
  note("who, without a word", (await citizen.send(`${at}/book/who`, {})).html);
  await citizen.send(`${at}/book/who`, PERSON);
  note("check", (await citizen.see(`${at}/book/check`)).html);
  note("check, wrong", (await citizen.confirm({ how: "email", email: "nobody" }, at)).html);
  await citizen.confirm({ how: "email", email }, at);
  note("sent", (await citizen.see(`${at}/book/sent`)).html);
  await desk.delivered(0);
  const letter = smtp.messages(email).at(-1);
  note("letter", letter?.html ?? "");
  const link = new RegExp(`https://visits.example(${at}/link/[\\w-]{43})`).exec(letter?.text ?? "")?.[1] ?? "no link";
  note("link", (await citizen.see(link)).html);
  const { headers } = await desk.press(link, "confirm", {}, "");
  const managed = String(headers.location).replace(/\/done$/, "");
  for (const part of ["done", "", "days", "cancel", "address", "wish", "letter", "seen"])
    note(`link: ${part}`, (await citizen.see(part ? `${managed}/${part}` : managed)).html);
  await desk.delivered(0);
  note("confirmation", smtp.messages(email).at(-1)?.html ?? "");
  return pages;
}

const TIMES: Readonly<Record<CitizensLanguage, string>> = {
  el: "09:00",
  en: "09:10",
  sq: "09:20",
  uk: "09:30",
  ar: "09:40",
  ur: "09:50",
};

test.each(LANGUAGES)(
  "%s: words of another language say which, and which way they run",
  async (language) => {
    const at = language === "el" ? "" : `/${language}`;
    const own = await ownWords(language);
    const pages = new Map([...(await linked(at)), ...(await booked(at, language))]);
    expect(pages.size).toBeGreaterThan(25);
    const found = [...pages].flatMap(([page, html]) =>
      [...foreignTexts(html, own), ...englishElsewhere(html, ENGLISH), ...withoutDirection(html)].map(
        (text) => `${page}: ${text}`,
      ),
    );
    expect(found).toEqual([]);
    expect([...pages.values()].filter((html) => /\p{Noncharacter_Code_Point}/u.test(html))).toEqual([]);
  },
  60_000,
);
