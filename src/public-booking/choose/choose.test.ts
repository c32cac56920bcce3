import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen, type Citizen } from "../../../test/citizen.ts";
import { openToCitizens } from "../../../test/public-booking.ts";
import { aWorld, NOW, type TestOffice, type World } from "../../../test/world.ts";

let world: World;
let office: TestOffice;
let citizen: Citizen;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
});
afterAll(() => world.close());
beforeEach(async () => {
  office = await world.anOffice();
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  citizen = aCitizen(world);
});

/** Of the last link before some words */
const hrefIn = (html: string, words: string): string =>
  html.slice(0, html.indexOf(words)).split('href="').at(-1)?.replace(/".*$/s, "").replaceAll("&amp;", "&") ?? "";

test("five weeks show the days that can be had, with the first free time", async () => {
  const page = await citizen.see(`/book/offices/${office.code}/days?service=signature`);
  expect(page.status).toBe(200);
  expect(page.text).toContain("Ποια ημέρα σας βολεύει;");
  expect(page.text).toContain("Πρώτη ελεύθερη ώρα: σήμερα, 11:45");
  expect(page.text).toContain("24 Νοεμβρίου έως 24 Δεκεμβρίου");
});

test("the weeks begin with the first time that can be had; those before it are a link away", async () => {
  await world.owner.query("update office set online_horizon_days = 60 where id = $1", [office.id]);
  await world.owner.query("update queue_hours set valid = '[2026-12-03,)' where office_id = $1", [office.id]);
  const weeks = `/book/offices/${office.code}/days?service=signature`;
  const first = "Πρώτη ελεύθερη ώρα: Πέμπτη 3 Δεκεμβρίου, 08:00";
  const page = await citizen.see(weeks);
  expect(page.text).toContain("30 Νοεμβρίου έως 3 Ιανουαρίου");
  expect(page.text).toContain(first);
  const before = await citizen.see(hrefIn(page.html, "Προηγούμενες εβδομάδες"));
  expect(before.text).toContain("24 Νοεμβρίου έως 27 Δεκεμβρίου");
  expect(before.text).toContain(first);
  const near = await citizen.see(`/book/offices?service=signature&where=${office.code}`);
  expect(near.text).toContain("3 Δεκεμβρίου, στις 08:00");
});

test("a holiday is told in the reader's language, on the month's page and on the office's", async () => {
  await world.owner.query("update office set online_horizon_days = 60 where id = $1", [office.id]);
  const at = (prefix: string) => `${prefix}/book/offices/${office.code}`;
  for (const [prefix, name, other] of [
    ["", "Παραμονή Χριστουγέννων", "Christmas Eve"],
    ["/en", "Christmas Eve", "Παραμονή Χριστουγέννων"],
  ] as const) {
    for (const path of [`${at(prefix)}/days?service=signature&on=2026-12-24`, `${at(prefix)}?service=signature`]) {
      const page = await citizen.see(path);
      expect(page.text, path).toContain(name);
      expect(page.text, path).not.toContain(other);
    }
  }
});

test("an office without a public queue has no month of closed days: its own page says that it gives times by telephone", async () => {
  await world.owner.query("update queue set is_public = false where office_id = $1", [office.id]);
  for (const path of ["days?service=signature", "days/2026-11-25?service=signature"]) {
    const { status, headers } = await citizen.see(`/en/book/offices/${office.code}/${path}`);
    expect([status, headers.location]).toEqual([303, `/en/book/offices/${office.code}?service=signature`]);
  }
});

test("so is whoever has begun to book in another office", async () => {
  const other = await world.anOffice();
  await world.owner.query("update queue set is_public = office_id = $1 where office_id = any ($2)", [
    other.id,
    [office.id, other.id],
  ]);
  expect((await citizen.choose(other, "2026-11-25", "09:00")).status).toBe(303);
  const day = await citizen.see(`/book/offices/${office.code}/days/2026-11-25?service=signature`);
  expect([day.status, day.headers.location]).toEqual([303, `/book/offices/${office.code}?service=signature`]);
});

test("today is over when the office has closed, and not full", async () => {
  await world.owner.query("update queue_hours set closes_minute = 630 where office_id = $1", [office.id]);
  const { html } = await citizen.see(`/book/offices/${office.code}/days?service=signature`);
  const [today] = /<td class="today">.*?<\/td>/s.exec(html) ?? [];
  expect(today).toContain("έχει περάσει");
  expect(today).not.toContain("πλήρης");
});

/** Of two hours there is online on no other day, as if citizens had taken the rest. */
async function roomOnSaturdaysAlone(): Promise<void> {
  await world.owner.query("update office set online_counter_percent = 90 where id = $1", [office.id]);
  await world.owner.query(
    "update queue_hours set opens_minute = 0, closes_minute = 1440 where office_id = $1 and weekday = 6",
    [office.id],
  );
  await world.owner.query(
    "insert into office_service (office_id, service, is_offered, minutes) values ($1, 'signature', true, 120)",
    [office.id],
  );
}

test("a day without times says why: closed and for what reason, over, full, or not open yet", async () => {
  const on = async (date: string, prefix = "") =>
    (await citizen.see(`${prefix}/book/offices/${office.code}/days/${date}?service=signature`)).text;
  await world.owner.query(
    `insert into closure (id, starts_at, ends_at, reason, created_at)
     values (gen_random_uuid(), '2026-11-26T00:00+02', '2026-11-27T00:00+02', 'Απεργία', now())`,
  );
  await world.owner.query("delete from queue_hours where office_id = $1 and weekday = 7", [office.id]);
  const none = "Δεν υπάρχει ελεύθερη ώρα αυτή την ημέρα.";
  expect(await on("2026-11-26")).toMatch(new RegExp(`${none}\\s*Αιτία: Απεργία`));
  expect(await on("2026-11-26", "/en")).toContain("Reason: Strike");
  expect(await on("2026-11-29")).toMatch(new RegExp(`${none}\\s*Το ΚΕΠ είναι κλειστό`));
  expect(await on("2026-11-20")).toMatch(new RegExp(`${none}\\s*Η ημέρα έχει περάσει`));
  expect(await on("2027-03-02")).toMatch(new RegExp(`${none}\\s*Ανοίγουν \\d+.ημέρες πριν`));
  await roomOnSaturdaysAlone();
  expect(await on("2026-11-25")).toMatch(new RegExp(`${none}\\s*Όλες οι ώρες έχουν δοθεί`));
  await world.owner.query("delete from closure");
});

test("who chooses what the office has stopped to do is told so, and led to the offices that do it", async () => {
  await world.owner.query(
    "insert into office_service (office_id, service, is_offered, minutes) values ($1, 'signature', false, 10)",
    [office.id],
  );
  for (const page of [
    await citizen.choose(office, "2026-11-25", "09:00"),
    await citizen.see(`/book/offices/${office.code}/days?service=signature`),
  ]) {
    expect([page.status, page.text]).toEqual([422, expect.stringContaining("Το ΚΕΠ δεν κάνει αυτή την υπηρεσία")]);
    expect(page.text).not.toContain("Διορθώστε τα πεδία");
    expect(page.html).toMatch(/href="\/book\/offices\?service=signature"/);
  }
});

test("what no catalogue could have, or no calendar, is a page that is not there", async () => {
  for (const path of [
    "days?service=%00",
    "days?service=",
    "days/2026-11-25?service=%00",
    "days/2026-02-30?service=signature",
  ])
    expect([400, 404]).toContain((await citizen.see(`/book/offices/${office.code}/${path}`)).status);
  for (const path of ["/book/ofices", "/en/book/", "/book/offices/1/2/3"]) {
    const { status, html } = await citizen.see(path);
    expect([status, /<a [^>]*href="(\/en)?\/book\/find"/.test(html)], path).toEqual([404, true]);
  }
  for (const [service, at] of [
    ["\0", "2026-11-25T09:00"],
    ["signature", "2026-11-25T99:99"],
    ["signature", "2026-02-30T09:00"],
    ["signature", ""],
  ] as const)
    expect([400, 404, 422]).toContain(
      (await citizen.send(`/book/offices/${office.code}/hold`, { service, at })).status,
    );
});

test("a time is held for the browser that chose it, and nobody else gets it", async () => {
  const chosen = await citizen.choose(office, "2026-11-25", "09:00");
  expect([chosen.status, chosen.headers.location]).toEqual([303, "/book/who"]);
  const other = aCitizen(world);
  expect((await other.choose(office, "2026-11-25", "09:00")).status).toBe(409);
  const again = await citizen.choose(office, "2026-11-25", "09:00");
  expect(again.status).toBe(303);
  const { rows } = await world.owner.query("select status from appointment where office_id = $1", [office.id]);
  expect(rows).toEqual([{ status: "held" }]);
});

test("the first time is just as far away as the office says, and the last one opens as the clock reaches it", async () => {
  const held = async (now: string, date: string, time: string) => {
    world.now = Temporal.Instant.from(`2026-11-24T${now}:00+02:00`);
    const { status } = await aCitizen(world).choose(office, date, time);
    world.now = NOW;
    return status;
  };
  expect(await held("10:46", "2026-11-24", "11:45"), "59 minutes before").toBe(409);
  expect(await held("10:45", "2026-11-24", "11:45"), "an hour before").toBe(303);
  expect(await held("10:44", "2026-12-24", "10:45"), "a minute too soon").toBe(409);
  expect(await held("10:45", "2026-12-24", "10:45")).toBe(303);
});

test("the counter's share of a day is its own, and all besides is given away", async () => {
  office = await world.anOffice({ opens: 480, closes: 630 });
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  await world.owner.query("update office set online_counter_percent = 80 where id = $1", [office.id]);
  const statuses = [];
  for (const time of ["08:00", "08:15", "08:30"])
    statuses.push((await aCitizen(world).choose(office, "2026-11-25", time)).status);
  expect(statuses, "thirty minutes of a hundred and fifty").toEqual([303, 303, 409]);
});

/** Of the weeks of an office, the cell of a day and why it can't be had */
async function cellAndReason(date: string, words: string) {
  const { html, text } = await citizen.see(`/book/offices/${office.code}/days?service=signature`);
  const day = await citizen.see(`/book/offices/${office.code}/days/${date}?service=signature`);
  const cell = html.split("<td").find((each) => each.includes(`${words},`)) ?? "";
  return { cell: cell.replaceAll(/<[^>]+>|^[^>]*>/g, " ").replaceAll(/\s+/g, " "), text, day: day.text };
}

test("the last day is not full before its first time opens, but says when it does", async () => {
  world.now = Temporal.Instant.from("2026-11-24T07:30:00+02:00");
  const early = await cellAndReason("2026-12-24", "24 Δεκεμβρίου");
  world.now = NOW;
  expect(early.cell).toContain("σήμερα");
  expect(early.cell).not.toContain("πλήρης");
  for (const words of [early.text, early.day]) expect(words).toContain("Ανοίγει σήμερα, στις 08:00");
  await world.owner.query(
    "insert into exception (office_id, id, queue, kind, reason, starts_at, ends_at, created_at) values ($1, gen_random_uuid(), null, 'closed', 'Έργα', '2026-12-24T08:00+02', '2026-12-24T11:00+02', now())",
    [office.id],
  );
  const between = await cellAndReason("2026-12-24", "24 Δεκεμβρίου");
  expect(between.cell).toContain("σήμερα");
  expect(between.day).toContain("Ανοίγει σήμερα, στις 11:00");
  expect(between.text).toContain("Τελευταία ημέρα για την οποία κλείνετε τώρα: Πέμπτη 24 Δεκεμβρίου.");
});

test("the day after the last opens tomorrow, at the office's hour, unless it is closed; one whose times all went is full", async () => {
  await world.owner.query("update office set online_release_time = '09:00', online_horizon_days = 29 where id = $1", [
    office.id,
  ]);
  const next = await cellAndReason("2026-12-24", "24 Δεκεμβρίου");
  expect(next.cell).toContain("αύριο");
  expect(next.day).toContain("Ανοίγει αύριο, Τετάρτη, στις 09:00");
  expect(next.text).toContain("Κάθε μέρα στις 09:00 ανοίγει μία ημέρα ακόμη.");
  expect((await cellAndReason("2026-12-25", "25 Δεκεμβρίου")).cell).toContain("αργία");
  await roomOnSaturdaysAlone();
  // Another minute of the clock: what was told is not told again.
  world.now = NOW.add({ minutes: 1 });
  const full = await cellAndReason("2026-12-23", "23 Δεκεμβρίου");
  world.now = NOW;
  expect(full.cell).toContain("πλήρης");
});

test("what they can tick is what these weeks have; each tick widens, and the way on and back keeps it", async () => {
  await world.owner.query("delete from queue_hours where office_id = $1 and weekday = 7", [office.id]);
  await world.owner.query("update queue_hours set closes_minute = 960 where office_id = $1 and weekday = 2", [
    office.id,
  ]);
  const weeks = `/book/offices/${office.code}/days?service=signature`;
  const all = await citizen.see(weeks);
  const ticks = [...all.html.matchAll(/name="when" value="(\w+)"/g)].map(([, name]) => name);
  expect(ticks).toEqual(["morning", "noon", "afternoon", "saturday"]);

  const one = await citizen.see(`${weeks}&when=afternoon`);
  expect(one.text).toContain("Η πρώτη που ταιριάζει: σήμερα, 15:00");
  expect(one.text).toContain("απόγευμα (από τις 15:00): ημέρες με ώρα 5.");
  expect(one.html).toContain('<td class="no">');
  expect(one.text).toContain("μόνο άλλες ώρες");
  const two = await citizen.see(`${weeks}&when=afternoon&when=saturday`);
  expect(two.text).toContain("απόγευμα (από τις 15:00) ή Σάββατο: ημέρες με ώρα 9.");
  const day = hrefIn(two.html, "Τρίτη 8 Δεκεμβρίου");
  expect(day).toBe(`/book/offices/${office.code}/days/2026-12-08?service=signature&when=afternoon&when=saturday`);
  const shown = await citizen.see(day);
  expect(hrefIn(shown.html, "Όλες οι ημέρες")).toBe(`${weeks}&on=2026-12-07&when=afternoon&when=saturday`);
});

test("a tick of which there is nothing says so, and leads to the weeks without it", async () => {
  await world.owner.query("delete from queue_hours where office_id = $1 and weekday = 6", [office.id]);
  const weeks = `/book/offices/${office.code}/days?service=signature`;
  expect((await citizen.see(weeks)).html).not.toContain('value="saturday"');
  const both = await citizen.see(`${weeks}&when=morning&when=saturday&when=never`);
  expect(both.text).toContain("Σάββατο: δεν υπάρχει ελεύθερη ώρα αυτές τις εβδομάδες.");
  expect(hrefIn(both.html, "Χωρίς: Σάββατο")).toBe(`${weeks}&when=morning`);
  const alone = await citizen.see(`${weeks}&when=saturday`);
  expect(alone.text).toContain("Σάββατο: δεν υπάρχει ελεύθερη ώρα αυτές τις εβδομάδες.");
  expect(hrefIn(alone.html, "Όλες οι ώρες")).toBe(weeks);
  expect(alone.text).not.toContain("πλήρης,");
});

test("several services stay in the address through ticks, weeks and days", async () => {
  const several = "signature,vehicle;signature";
  const address = `/book/offices/${office.code}/days?service=${encodeURIComponent(several)}`;
  const { html } = await citizen.see(`${address}&when=morning`);
  expect(html).toContain(`<input type="hidden" name="service" value="${several}">`);
  const day = hrefIn(html, "Τετάρτη 25 Νοεμβρίου");
  expect(new URLSearchParams(day.split("?")[1]).get("service")).toBe(several);
  const back = hrefIn((await citizen.see(day)).html, "Όλες οι ημέρες");
  expect([...new URLSearchParams(back.split("?")[1])]).toEqual([
    ["service", several],
    ["on", "2026-11-23"],
    ["when", "morning"],
  ]);
});

test("a day says as many minutes as the place is held for, which is what its appointment says later", async () => {
  await world.owner.query(
    "insert into office_service (office_id, service, is_offered, minutes) values ($1, 'signature', true, 5)",
    [office.id],
  );
  const day = await citizen.see(`/book/offices/${office.code}/days/2026-11-25?service=signature`);
  expect(day.text).toContain("περίπου 15 λεπτά, στο");
  expect((await citizen.choose(office, "2026-11-25", "09:00")).status).toBe(303);
  const { rows } = await world.owner.query(
    "select extract(epoch from ends_at - starts_at)::int / 60 as minutes from appointment where office_id = $1",
    [office.id],
  );
  expect(rows).toEqual([{ minutes: 15 }]);
});
