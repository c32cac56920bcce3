import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { searchWords } from "../../src/appointments/names/search-words.ts";
import { aWorld, type Clerk, type TestOffice, type World } from "../world.ts";
import { CORPUS, type CorpusPerson, OTHER_PEOPLE, SOUGHT_PEOPLE } from "./corpus.ts";

let world: World;
let office: TestOffice;
let clerk: Clerk;
beforeAll(async () => {
  world = await aWorld();
  office = await world.anOffice();
  clerk = await world.aClerk(office);
  await add([...OTHER_PEOPLE, ...SOUGHT_PEOPLE]);
});
afterAll(() => world.close());

/** Each comes once, one after another from tomorrow on; those sought come last, so that no one is first by chance. */
async function add(people: readonly CorpusPerson[]): Promise<void> {
  const rows = people.map(({ last, first, phone, business, reference }, index) => ({
    ...{ id: randomUUID(), last_name: last, first_name: first, phone, business_name: business, reference, index },
    words: searchWords({ last_name: last, first_name: first, business_name: business }),
  }));
  await world.owner.query(
    `with given as (
       select * from jsonb_to_recordset($2) as given (id uuid, last_name text, first_name text, phone text,
         business_name text, reference text, index integer, words text[])
     ), added as (
       insert into appointment (office_id, id, reference, queue, starts_at, ends_at, status_at, service, last_name,
         first_name, phone, party, business_name, created_at)
       select $1, id, reference, 1, $3::timestamptz + index * interval '15 minutes',
         $3::timestamptz + (index + 1) * interval '15 minutes', $3, 'signature', last_name, first_name, phone,
         case when business_name is null then 'citizen' else 'business' end, business_name, $3
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

test.each(CORPUS)("$text", async ({ text, meant }) => {
  const { body } = await clerk.ask("POST", `${office.code}/appointment-searches`, { body: { text } });
  const first = body.people
    .slice(0, 5)
    .map((one: { lastName: string; firstName: string }) => `${one.lastName} ${one.firstName}`);
  expect(first.slice(0, meant.length).sort()).toEqual([...meant].sort());
});
