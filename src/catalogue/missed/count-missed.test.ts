import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { aMinistryPerson, type MinistryPerson } from "../../../test/ministry-person.ts";
import { aVisitDesk } from "../../../test/visit-desk.ts";
import { aWorld, type World } from "../../../test/world.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import { soundKeys } from "../../platform/text/sound.ts";
import { countMissed } from "./count-missed.ts";
import { forgetMissed } from "./missed-sql.ts";

let world: World;
let athina: MinistryPerson;
beforeAll(async () => {
  world = await aWorld();
  athina = await aMinistryPerson(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.owner.query("delete from missed_asker; delete from missed_word; delete from missed_key");
});

const ask = (typed: string, asker: number) =>
  countMissed(world.database.db, { typed, unknown: [typed], asker: `10.0.0.${asker}` });
const askAs = async (typed: string, askers: number) => {
  for (let asker = 0; asker < askers; asker++) await ask(typed, asker);
};
const missedWords = async () => (await athina.rule("GET", "words")).body.missed;
/** Everything that is stored of it, as text */
const stored = async (): Promise<string> => {
  const rows = await Promise.all(
    ["missed_asker", "missed_word"].map((table) => world.owner.query(`select * from ${table}`)),
  );
  return JSON.stringify(rows.map(({ rows: own }) => own));
};

test("four askers leave no word behind, one who asks ten times counts once, and the fifth makes it shown without its ending", async () => {
  await askAs("αποστίλες", 4);
  for (let again = 0; again < 10; again++) await ask("αποστίλες", 0);
  expect([await missedWords(), await stored()]).toEqual([[], expect.not.stringMatching(/αποστ/i)]);
  await ask("αποστίλες", 4);
  expect(await missedWords()).toEqual([{ word: "αποστιλ", askers: 5 }]);
  await ask("αποστίλης", 5);
  expect(await missedWords()).toEqual([{ word: "αποστιλ", askers: 6 }]);
  expect(await stored()).not.toContain("10.0.0.");
});

test("a name that anybody has had, and a place's, are never written down, however many ask", async () => {
  const desk = await aVisitDesk(world);
  await desk.bookedOnline();
  const [sound] = soundKeys("ΞΩΤΖΒΡΟΥ", 1);
  const named = await world.owner.query(
    "insert into appointment_word (office_id, word, appointment_id) select office_id, $1, id from appointment limit 1",
    [sound],
  );
  expect(named.rowCount).toBe(1);
  await world.owner.query("update office set municipality = 'Δήμος Βλαχερνίτσας'");
  await askAs("Ξωτζβρού", 8);
  await askAs("ξωτζβρου", 8);
  await askAs("Βλαχερνίτσα", 8);
  expect([await missedWords(), await stored()]).toEqual([[], expect.not.stringMatching(/ξωτ|βλαχ/i)]);
});

test("with the day go its askers and its key, with the month the rare words, and a month later the rest", async () => {
  await askAs("αποστίλ", 5);
  await askAs("γεωμήκος", 2);
  await world.owner.query("update missed_asker set day = day - 1");
  await world.owner.query("update missed_key set begins = begins - 1 where kind = 'day'");
  const forget = () => world.database.db.write(OF_NATION, forgetMissed);
  expect(await forget()).toBe(8);
  await world.owner.query("update missed_word set month = (month - interval '1 month')::date");
  expect(await forget()).toBe(1);
  expect(await missedWords()).toHaveLength(1);
  await world.owner.query("update missed_word set month = (month - interval '1 month')::date");
  expect(await forget()).toBe(1);
});

test("one asker counts for thirty words a day, and the application itself may not look", async () => {
  for (let word = 0; word < 35; word++)
    await ask(`βρουτζ${"αβγδεζηθικλμνξοπρστυφχψω".charAt(word % 24)}${word < 24 ? "κρ" : "τζ"}`, 1);
  expect(
    (await world.owner.query("select count(*)::integer as count from missed_word")).rows[0].count,
  ).toBeLessThanOrEqual(30);
  await expect(world.database.db.write(OF_NATION, (tx) => tx.sql`select word from missed_word`)).rejects.toThrow();
});

test("on the page it is counted by the address, and leaves the list as soon as a service has the word", async () => {
  for (let party = 1; party <= 5; party++)
    await aCitizen(world, { "x-forwarded-for": `203.0.113.${party}` }).see(
      "/book/services?q=%CE%B6%CE%BF%CF%85%CE%BC%CF%80%CE%BF%CF%8D%CE%BB%CE%B9",
    );
  const one = await world.owner.query("select askers from missed_word");
  expect(one.rows).toEqual([{ askers: 1 }]);
  await askAs("ζουμπούλι", 5);
  expect(await missedWords()).toEqual([{ word: "ζουμπουλ", askers: 6 }]);
  await athina.rule("PUT", "services/vehicle/words", { version: 0, body: { words: { el: ["ζουμπουλ"] } } });
  expect(await missedWords()).toEqual([]);
});
