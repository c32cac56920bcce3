import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aWorld, NOW, type World } from "../../test/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const close = (region: string | null, from: string, to: string, reason: string) =>
  world.owner.query(
    "insert into closure (id, region, starts_at, ends_at, reason, created_at) values ($1, $2, $3, $4, $5, $6)",
    [randomUUID(), region, from, to, reason, NOW.toString()],
  );

test("with the queues stands what the ministry closes in the coming weeks: the nation, the own region, holidays", async () => {
  const office = await world.anOffice();
  const clerk = await world.aClerk(office);
  await world.owner.query("update office set region = 'Κρήτη' where id = $1", [office.id]);
  await close("Κρήτη", "2026-11-26T00:00+02:00", "2026-11-28T00:00+02:00", "Σεισμός");
  await close("Ήπειρος", "2026-11-26T00:00+02:00", "2026-11-27T00:00+02:00", "Χιονόπτωση");
  await close(null, "2026-11-27T00:00+02:00", "2026-11-28T00:00+02:00", "Απογραφή");
  await close(null, "2026-11-24T05:00+02:00", "2026-11-24T06:00+02:00", "Πέρασε");
  await close(null, "2027-02-01T00:00+02:00", "2027-02-02T00:00+02:00", "Μακριά");
  await close(null, "2026-12-22T00:00+02:00", "2026-12-23T00:00+02:00", "Μετά από τέσσερις εβδομάδες");
  await world.owner.query("insert into holiday values ('2026-12-04', 'Ημιαργία', 'Half day', 780)");
  const { body } = await clerk.ask("GET", `${office.code}/queues`);
  expect(body.closings).toEqual([
    { kind: "closure", from: "2026-11-26T00:00:00+02:00", to: "2026-11-28T00:00:00+02:00", reason: "Σεισμός" },
    { kind: "closure", from: "2026-11-27T00:00:00+02:00", to: "2026-11-28T00:00:00+02:00", reason: "Απογραφή" },
    {
      kind: "holiday",
      from: "2026-12-04T13:00:00+02:00",
      to: "2026-12-05T00:00:00+02:00",
      reason: "Ημιαργία",
      reasonEn: "Half day",
    },
  ]);
});

test("of each queue so many visits of the last and of the next four weeks were booked online, by counts alone", async () => {
  const office = await world.anOffice({ queues: 2 });
  const clerk = await world.aClerk(office);
  const visit = (queue: number, at: string, channel: string, status: string) =>
    world.owner.query(
      `insert into appointment (office_id, id, queue, starts_at, ends_at, status, status_at, service, last_name, first_name,
         party, channel, language, version, created_at)
       values ($1, gen_random_uuid(), $2, $3::timestamptz, $3::timestamptz + interval '15 minutes', $4, now(), 'signature', 'Α', 'Β',
         'citizen', $5, 'el', 1, now())`,
      [office.id, queue, at, status, channel],
    );
  await visit(1, "2026-10-26T10:00+02:00", "online", "served");
  await visit(1, "2026-10-27T10:00+02:00", "online", "served");
  await visit(1, "2026-11-23T10:00+02:00", "phone", "no-show");
  await visit(1, "2026-11-23T11:00+02:00", "online", "cancelled");
  await visit(1, "2026-11-24T08:00+02:00", "online", "served");
  // Of no form: only the counts are looked at.
  await world.owner.query("alter table appointment disable trigger held_for_somebody");
  await visit(1, "2026-11-25T08:00+02:00", "online", "held");
  await world.owner.query("alter table appointment enable trigger held_for_somebody");
  await visit(1, "2026-12-21T23:00+02:00", "in-person", "booked");
  await visit(1, "2026-12-22T08:00+02:00", "online", "booked");
  await visit(2, "2026-11-26T08:00+02:00", "phone", "booked");
  const { body } = await clerk.ask("GET", `${office.code}/queues`);
  expect(body.online).toEqual([
    { queue: 1, past: { online: 1, all: 2 }, coming: { online: 1, all: 2 } },
    { queue: 2, past: { online: 0, all: 0 }, coming: { online: 0, all: 1 } },
  ]);
});

test("hours that ended within the last year are told of beside those that hold, older ones are not", async () => {
  const office = await world.anOffice();
  const clerk = await world.aClerk(office);
  await world.owner.query("delete from queue_hours where office_id = $1", [office.id]);
  for (const valid of ["(,2025-11-23)", "[2025-11-23,2025-11-24)", "[2026-06-01,2026-09-01)", "[2026-11-24,)"])
    await world.owner.query("insert into queue_hours values ($1, 1, 2, 480, 900, $2)", [office.id, valid]);
  const { body } = await clerk.ask("GET", `${office.code}/queues`);
  const [{ hours, pastHours }] = body.queues;
  expect(hours).toEqual([{ weekday: 2, opens: "08:00", closes: "15:00", from: "2026-11-24", to: null }]);
  expect(pastHours.map(({ from, to }: Record<string, string>) => [from, to])).toEqual([
    ["2025-11-23", "2025-11-23"],
    ["2026-06-01", "2026-08-31"],
  ]);
});
