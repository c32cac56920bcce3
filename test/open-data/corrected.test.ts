import { afterAll, beforeAll, expect, test } from "vitest";
import { correctMonth } from "../../src/measures/open-data/correct.ts";
import { publishDue } from "../../src/measures/open-data/publish.ts";
import { aMinistryPerson } from "../ministry-person.ts";
import { aWorld, type World } from "../world.ts";
import { shapeFindings } from "./conformance.ts";
import { DCAT_AP } from "./profiles.ts";

const NOTE = { greek: "Το ΚΕΠ <0001> & άλλα μετρήθηκαν ξανά.", english: "Office <0001> & others were counted anew." };

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await world.anOffice();
  await world.owner.query("insert into measured_until (office_id, date) select id, '2027-12-31' from office");
  await counted("2026-10-05", 40);
  await world.owner.query("insert into open_month_due (month) values ('2026-10-01')");
  await publishDue(at("2026-11-09T02:00:00Z"));
  await counted("2026-10-06", 20);
  const answer = await correctMonth(at("2026-11-20T02:00:00Z"), "2026-10-01", NOTE);
  expect(answer).toEqual({ version: 2 });
});
afterAll(() => world.close());

const at = (instant: string) => ({ db: world.database.db, clock: () => Temporal.Instant.from(instant) });
const counted = (date: string, people: number) =>
  world.owner.query(
    `insert into day_outcome (office_id, date, outcomes)
     select id, $1, json_build_object('vehicles', json_build_object('walk-in-0', $2::integer)) from office`,
    [date, people],
  );
const get = (url: string) => world.app.inject({ method: "GET", url, headers: { host: "visits.example" } });

test("why somebody had a month corrected stands in the list, in the file and in the catalogue", async () => {
  const { months } = (await get("/api/public/v1/statistics")).json();
  expect(months[0].versions).toMatchObject([
    { version: 2, correction: "operator", note: NOTE },
    { version: 1, correction: null, note: null },
  ]);
  const file = (await get("/api/public/v1/statistics/2026-10.json")).json();
  expect(file).toMatchObject({ version: 2, reason: "operator", note: NOTE });
  const catalogue = (await get("/api/public/v1/catalogue.jsonld")).json();
  expect(await shapeFindings(catalogue, DCAT_AP)).toEqual([]);
  const noted = catalogue["dcat:dataset"].filter((each: Record<string, unknown>) => each["adms:versionNotes"]);
  expect(noted.map((each: Record<string, unknown>) => [each["dcat:version"], each["adms:versionNotes"]])).toEqual([
    [
      "2",
      [
        { "@language": "el", "@value": `Διόρθωση: ${NOTE.greek}` },
        { "@language": "en", "@value": `Correction: ${NOTE.english}` },
      ],
    ],
  ]);
});

test("people read it beside the month, Greeks in Greek and all others in English", async () => {
  const ministry = await aMinistryPerson(world);
  const { languages } = (await ministry.rule("GET", "languages")).body;
  for (const { language, version } of languages)
    await ministry.rule("PUT", `languages/${language}`, { body: { isOn: true }, version });
  expect((await get("/book/open-data")).body).toContain("Το ΚΕΠ &lt;0001&gt; &amp; άλλα μετρήθηκαν ξανά.");
  for (const language of ["en", "ar", "sq"])
    expect((await get(`/${language}/book/open-data`)).body).toContain(
      '<span lang="en" dir="ltr">Office &lt;0001&gt; &amp; others were counted anew.</span>',
    );
});
