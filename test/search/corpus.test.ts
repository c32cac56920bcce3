import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { searchWords } from "../../src/appointments/names/search-words.ts";
import { candidatesByWords } from "../../src/search/sql.ts";
import { aWorld, type Clerk, type TestOffice, type World } from "../world.ts";
import { CORPUS, type CorpusPerson, OTHER_PEOPLE, SOUGHT_PEOPLE } from "./corpus.ts";
import { CLASSES, NOBODY, PEOPLE_OF_CLASSES } from "./corpus-classes.ts";

let world: World;
let office: TestOffice;
let clerk: Clerk;
beforeAll(async () => {
  world = await aWorld();
  office = await world.anOffice();
  clerk = await world.aClerk(office);
  await add([...OTHER_PEOPLE, ...PEOPLE_OF_CLASSES, ...SOUGHT_PEOPLE]);
});
afterAll(() => world.close());

/** Each comes once, one after another from tomorrow on; those sought come last, so that no one is first by chance. */
async function add(people: readonly CorpusPerson[]): Promise<void> {
  const rows = people.map(({ last, first, phone, business, afm, reference }, index) => ({
    id: randomUUID(),
    last_name: last,
    first_name: first,
    phone,
    business_name: business,
    business_afm: afm,
    reference,
    index,
    words: searchWords({
      last_name: last,
      first_name: first,
      business_name: business,
      phone,
      business_afm: afm,
      companions: [],
    }),
  }));
  await world.owner.query(
    `with given as (
       select * from jsonb_to_recordset($2) as given (id uuid, last_name text, first_name text, phone text,
         business_name text, business_afm text, reference text, index integer, words text[])
     ), added as (
       insert into appointment (office_id, id, reference, queue, starts_at, ends_at, status_at, service, last_name,
         first_name, phone, party, business_name, business_afm, created_at)
       select $1, id, reference, 1, $3::timestamptz + index * interval '15 minutes',
         $3::timestamptz + (index + 1) * interval '15 minutes', $3, 'signature', last_name, first_name, phone,
         case when business_name is null then 'citizen' else 'business' end, business_name, business_afm, $3
       from given
     )
     insert into appointment_word select $1, word, id from given, unnest(words) as word`,
    [office.id, JSON.stringify(rows), world.now.add({ hours: 24 }).toString()],
  );
}

test("the corpus has two hundred searches among two thousand people", () => {
  expect(CORPUS.length).toBeGreaterThanOrEqual(200);
  expect(SOUGHT_PEOPLE.length + OTHER_PEOPLE.length).toBeGreaterThanOrEqual(1_900);
});

const found = async (text: string): Promise<string[]> => {
  const { body } = await clerk.ask("POST", `${office.code}/appointment-searches`, { body: { text } });
  return body.people.map((one: { lastName: string; firstName: string }) => `${one.lastName} ${one.firstName}`);
};

test.each(CORPUS)("$text", async ({ text, meant }) => {
  expect((await found(text)).slice(0, meant.length).sort()).toEqual([...meant].sort());
});

test.each(CLASSES)("%s: each is among the first five, in the order that is said", async (_, queries) => {
  const missed: string[] = [];
  for (const { text, meant } of queries) {
    const first = (await found(text)).slice(0, 5);
    if (first.filter((name) => meant.includes(name)).join(", ") !== meant.join(", ")) missed.push(`${text}: ${first}`);
  }
  expect(missed).toEqual([]);
});

test("who is written as it was typed comes before all who have another form of the name", async () => {
  const ranges = [
    { bits: 1, key: "giorgos", isWhole: false },
    { bits: 1, key: "georgios", isWhole: true },
  ];
  const rows = await world.database.db.read({ office: office.id }, (tx) =>
    candidatesByWords(tx, office.id, ranges, { now: world.now, limit: 2 }),
  );
  const found = rows.map((row) => `${row.last_name} ${row.first_name}`).sort();
  expect(found).toEqual(["Αρβανιτο Γιώργος Πολύδωρος", "Καλαφάτης Γιώργος"]);
});

test("the classes have so many searches", () => {
  expect(CLASSES.map(([name, queries]) => `${name}: ${queries.length}`)).toEqual([
    "written together and apart: 47",
    "telephones from their beginning: 19",
    "telephones from their end: 12",
    "short names: 31",
    "slips in letters that sound as one: 22",
    "a business's ΑΦΜ: 9",
    "signs in a business's name: 19",
  ]);
});

test("what nobody is called finds nobody", async () => {
  const surprising: string[] = [];
  for (const text of NOBODY) {
    const people = await found(text);
    if (people.length > 0) surprising.push(`${text}: ${people.slice(0, 5)}`);
  }
  expect(surprising).toEqual([]);
});
