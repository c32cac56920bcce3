import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen } from "../../../../test/citizen.ts";
import { lastDays, measuredWaits, weekly } from "../../../../test/measured-waits.ts";
import { turnAllLanguagesOn } from "../../../../test/ministry-person.ts";
import { openToCitizens } from "../../../../test/public-booking.ts";
import { aWorld, type TestOffice, type World } from "../../../../test/world.ts";
import { measureAll } from "../../../measures/measure-days.ts";

/** «Πόσο περιμένετε συνήθως», on an office's page. */

let world: World;
let office: TestOffice;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = Temporal.Instant.from("2026-11-24T00:10:00+02:00");
  office = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
});

const see = (language = "", query = "") => aCitizen(world).see(`${language}/book/offices/${office.code}${query}`);
/** A night counts; then it is a quarter to eleven. */
async function dayAfter(): Promise<void> {
  await measureAll({ db: world.database.db, clock: () => world.now }, (error) => {
    throw error;
  });
  world.now = Temporal.Instant.from("2026-11-24T10:45:00+02:00");
}

const WALK_IN = {
  "20": { "3": 60, "30": 40 },
  "21": { "20": 30, "45": 10 },
  "22": { "25": 60, "70": 40 },
  "26": { "3": 60 },
  "30": { "4": 1 },
};
const APPOINTMENT = { "20": { "0": 80, "8": 20 } };

test("nothing is known, and it says why, as no number and as no zero", async () => {
  const { text, html } = await see();
  expect(text).toContain(
    "Πόσο περιμένετε συνήθως Εκτίμηση δεν δίνουμε ακόμη. Μετρήθηκαν λιγότερες από 10 ημέρες: δεν φτάνουν για να πέφτει μέσα.",
  );
  expect(html).not.toContain('class="waits"');
});

test("nine days are not enough, and neither are visits that were not recorded whole", async () => {
  await measuredWaits(world, office, { dates: lastDays(9), waits: WALK_IN });
  await measuredWaits(world, office, { waits: APPOINTMENT, ofClass: "appointment" });
  await world.owner.query("update day_completeness set complete = 7 where office_id = $1", [office.id]);
  await dayAfter();
  const { text, html } = await see();
  expect(text).toContain("Χωρίς ραντεβούΕκτίμηση δεν δίνουμε ακόμη. Μετρήθηκαν λιγότερες από 10 ημέρες");
  expect(text).toContain(" ως την ώρα τουΕκτίμηση δεν δίνουμε ακόμη. Δεν σημειώνονται ακόμη αρκετές επισκέψεις");
  expect(html).not.toContain('class="waits"');
});

test("the usual wait by hour, in words and bars, with its days, with an appointment and without", async () => {
  await measuredWaits(world, office, { waits: WALK_IN });
  await measuredWaits(world, office, { waits: APPOINTMENT, ofClass: "appointment" });
  await dayAfter();
  const { text, html } = await see();
  expect(text).toContain(
    "Χωρίς ραντεβούΏραΟι μισοί περίμεναν έως9 στους 10 έως10–11μέτρια, 20′ 30′ 11–12πολλή, 25′ 70′ 12–13λίγα στοιχεία 13–14λίγη, 3′ 3′ Ημέρες που μετρήθηκαν: τουλάχιστον 10, στις 8 εβδομάδες έως 23 Νοεμβρίου.",
  );
  expect(text).toContain(
    "Με ραντεβού, αν ήρθατε ως την ώρα τουΏραΟι μισοί περίμεναν έως9 στους 10 έως10–11λίγη, 0′ 8′",
  );
  expect(html).toContain('<tr class="today"><th scope="row">10–11</th>');
  expect(html).toContain('<path d="M0 0h43v1H0z"/><path d="M0 0h29v1H0z"/>');
  expect(html).not.toMatch(/<[^>]* style=|<script(?! type="application\/ld\+json")/);
  expect(gzipSync(html).length).toBeLessThan(15 * 1024);
});

const TUESDAYS = weekly("2026-11-10", 11);
const MONDAYS = weekly("2026-11-09", 9);

test("a weekday by itself where ten of it were counted in thirteen weeks, chosen by an address; else all of them, and it says so", async () => {
  await measuredWaits(world, office, { dates: TUESDAYS, waits: { "20": { "5": 4, "9": 4 } } });
  await measuredWaits(world, office, { dates: MONDAYS, waits: WALK_IN });
  await measuredWaits(world, office, { dates: weekly("2026-08-18", 9), waits: { "20": { "200": 90 } } });
  await dayAfter();
  const today = await see();
  const own =
    "Χωρίς ραντεβού, ΤρίτηΏραΟι μισοί περίμεναν έως9 στους 10 έως10–11λίγη, 5′ 9′ Ημέρες που μετρήθηκαν: τουλάχιστον 10, στις 13 εβδομάδες έως 23 Νοεμβρίου.";
  expect(today.text).toContain(own);
  expect(today.html).toContain('<tr class="today">');
  expect(today.html).toContain('aria-current="true">Τρίτη</a>');
  expect(today.html).toContain(`href="/book/offices/${office.code}?day=1#wait"`);
  expect(today.html, "on Sundays nobody came").not.toContain("day=7");
  const monday = await see("", "?day=1");
  expect(monday.text).toContain(
    "Δευτέρα: γι’ αυτή την ημέρα μόνη της τα στοιχεία είναι λίγα. Χωρίς ραντεβού, όλες οι ημέρες μαζίΏραΟι μισοί περίμεναν έως9 στους 10 έως10–11μέτρια, 20′ 30′",
  );
  expect(monday.html).not.toContain('<tr class="today">');
  expect(monday.html, "the other languages are of the same day").toContain(`/en/book/offices/${office.code}?day=1`);
  for (const malformed of ["?day=7", "?day=0", "?day=monday", "?day=1&day=2"])
    expect((await see("", malformed)).text, malformed).toContain(own);
});

test("where no weekday has enough, none is offered, and that is said", async () => {
  await measuredWaits(world, office, { waits: WALK_IN });
  await dayAfter();
  const { text, html } = await see("", "?day=1");
  expect(text).toContain("Οι ώρες είναι για όλες τις ημέρες μαζί.");
  expect(html).not.toContain("day=2");
});

test.each(["", "/en", "/sq", "/uk", "/ar", "/ur"])(
  "all days and all there is to say stay a small page: %s",
  async (language) => {
    await turnAllLanguagesOn(world);
    const day = Object.fromEntries(Array.from({ length: 28 }, (_, each) => [each + 14, { [each]: 8, [each + 60]: 4 }]));
    for (const last of ["2026-11-09", "2026-11-10", "2026-11-11", "2026-11-12", "2026-11-13", "2026-11-14"])
      for (const ofClass of ["walk-in", "appointment"])
        await measuredWaits(world, office, { dates: weekly(last, 10), waits: day, ofClass });
    await dayAfter();
    const { html } = await see(language);
    expect(html.match(/class="bar"/g)).toHaveLength(28);
    expect(html.match(/#wait"/g)).toHaveLength(6);
    expect(Buffer.byteLength(html)).toBeLessThan(15 * 1024);
  },
);

test("an office open all day with all there is to say stays a small page", async () => {
  const day = Object.fromEntries(Array.from({ length: 28 }, (_, each) => [each + 14, { [each]: 8, [each + 60]: 4 }]));
  await measuredWaits(world, office, { waits: day });
  await measuredWaits(world, office, { waits: day, ofClass: "appointment" });
  await dayAfter();
  const { html } = await see();
  expect(html.match(/class="bar"/g)).toHaveLength(28);
  expect(html.length).toBeLessThan(15 * 1024);
});

test("who speaks another language reads it in theirs", async () => {
  await measuredWaits(world, office, { waits: WALK_IN });
  await dayAfter();
  expect((await see("/en")).text).toContain("How long people usually wait Without an appointment");
});

test("what was right is said by the last closed month, rounded down, and only of enough", async () => {
  const promised = (date: string, place: string, within: number, longer: number) =>
    world.owner.query(
      `insert into day_promise (office_id, date, place, is_said, within, shorter, longer, unknown)
       values ($1, $2, $3, true, $4, 0, $5, 7)`,
      [office.id, date, place, within, longer],
    );
  await promised("2026-10-01", "usual-walk-in", 50, 1);
  await promised("2026-10-31", "usual-appointment", 39, 10);
  await promised("2026-09-30", "usual-walk-in", 0, 500);
  await promised("2026-10-15", "phone", 49, 0);
  await dayAfter();
  const { text } = await see();
  expect(text).toContain("Οκτώβριος 2026: ο πίνακας βγήκε σωστός 8 στις 10 φορές (από 100 και πάνω).");
  expect(text).not.toContain("όσα λέμε σε όσους παίρνουν αριθμό");
});

test("an office whose table was right too seldom is silent about it and says so, and counts on", async () => {
  await measuredWaits(world, office, { waits: WALK_IN });
  await dayAfter();
  await world.owner.query("update office_wait set usual_is_silent = true where office_id = $1", [office.id]);
  const { text, html } = await see();
  expect(text).toContain("Πόσο περιμένετε συνήθως Εκτίμηση δεν δίνουμε αυτόν τον καιρό.");
  expect(html).not.toContain('class="waits"');
});

test("a page that many look at reads what is said of waiting once a minute", async () => {
  await measuredWaits(world, office, { waits: WALK_IN });
  await dayAfter();
  await see();
  await world.owner.query("update office_wait set usual = '{}' where office_id = $1", [office.id]);
  const pages = await Promise.all(Array.from({ length: 20 }, () => see()));
  expect(pages.map(({ text }) => text.includes("μέτρια, 20′"))).not.toContain(false);
});
