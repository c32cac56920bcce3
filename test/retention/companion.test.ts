import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openOwner } from "../../src/platform/database/owner.ts";
import { applyRetention } from "../../src/retention/apply.ts";
import { eraseSubject } from "../../src/retention/subject/erase.ts";
import { findSubject } from "../../src/retention/subject/find.ts";
import { subjectWish } from "../../src/retention/subject/wish.ts";
import { aCitizen } from "../citizen.ts";
import { BY_WORKERS, requireHealth } from "../doctor.ts";
import { aMailDesk, type MailDesk } from "../mail-desk.ts";
import { aPartner } from "../partner.ts";
import { openToCitizens } from "../public-booking.ts";
import { aWorld, NOW, type World } from "../world.ts";
import { planter } from "./planter.ts";
import { found, rowsOfAll } from "./traces.ts";

/** Somebody who comes along to visits of others asks to be forgotten: their name goes, everything else stays. */

let world: World;
let desk: MailDesk;
let owner: ReturnType<typeof openOwner>;
let folder: string;
beforeAll(async () => {
  world = await aWorld();
  await openToCitizens(world.owner);
  owner = openOwner(world.database.ownerUrl);
});
beforeEach(async () => {
  world.now = NOW;
  desk = await aMailDesk(world);
  await world.owner.query("update queue set is_public = true where office_id = $1", [desk.office.id]);
  await world.owner.query("update office set online_by_phone = true, online_counter_percent = 0 where id = $1", [
    desk.office.id,
  ]);
  folder = await mkdtemp(join(tmpdir(), "visits-companion-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await owner.close();
  await desk.close();
  await world.close();
});

const DATE = "2026-11-25";
const deps = () => ({ db: owner.db, clock: () => world.now, dataDir: folder });
const along = (lastName: string, firstName: string) => ({ lastName, firstName, services: ["signature"] });
const NOBODY = along("", "");

async function erase(name: string): Promise<number> {
  const wish = subjectWish({ name });
  if ("faults" in wish) throw new Error("Nobody is looked for.");
  const visits = await findSubject(owner.db, wish);
  expect(await eraseSubject(deps(), { own: [], along: visits, wish })).toEqual([]);
  return visits.length;
}

const seen = async (id: string) => (await desk.clerk.ask("GET", `${desk.office.code}/appointments/${id}`)).body;

/** Wherever several may come: at the counter, from there to another office, by an accredited system, online. */
async function bookedEverywhere(companion: ReturnType<typeof along>, booker: string) {
  const there = await world.anOffice();
  const clerk = await world.aClerk(desk.office, there);
  const who = { lastName: booker, firstName: "Ελένη", email: "eleni@example.gr", companions: [companion] };
  const [visit, moved] = [
    await desk.booked("09:00", { ...who, date: DATE }),
    await desk.booked("10:00", { ...who, date: DATE }),
  ];
  await desk.delivered();
  const path = `${desk.office.code}/appointments`;
  const to = { date: DATE, time: "12:00", queue: null, office: there.code };
  expect(
    (await clerk.ask("POST", `${path}/${moved.id}/transfer`, { body: to, version: 1, key: randomUUID() })).status,
  ).toBe(200);
  const other = along("Ανδρέου", "Νίκος");
  expect((await desk.change(visit.id, { companions: [other, companion] }, 1)).status).toBe(200);
  expect((await desk.move(visit.id, { date: DATE, time: "09:30", queue: 1 }, 2)).status).toBe(200);
  const partner = await aPartner(world);
  const body = {
    ...who,
    phone: "6944123456",
    office: desk.office.code,
    service: "signature",
    date: DATE,
    time: "13:00",
  };
  expect((await partner.ask("POST", "appointments", { body, key: "planted" })).status).toBe(201);
  const citizen = aCitizen(world);
  await citizen.choose(desk.office, DATE, "14:00", "signature;signature");
  const { lastName, firstName } = companion;
  await citizen.send("/book/who", {
    who: "self",
    lastName: booker,
    firstName: "Ελένη",
    lastName2: lastName,
    firstName2: firstName,
  });
  expect((await citizen.confirm({ how: "phone", phone: "6944112233" })).status).toBe(303);
  return visit;
}

test("their name is nowhere any more, in no table, letter or line of the file; whose visits they are is known as before", async () => {
  const [companion, booker] = [planter(), planter()];
  const secret = along(companion.name(), companion.name());
  const visit = await bookedEverywhere(secret, booker.name());
  expect(found(companion, await rowsOfAll(world.owner)).length).toBe(companion.secrets.size);
  const before = await seen(visit.id);
  desk.arrived();

  expect(await erase(`${secret.firstName} ${secret.lastName}`)).toBe(5);

  expect(found(companion, await rowsOfAll(world.owner))).toEqual([]);
  expect(found(companion, [await readFile(join(folder, "erasures"), "utf8")])).toEqual([]);
  expect(found(booker, await rowsOfAll(world.owner))).toEqual([...booker.secrets]);
  expect(await seen(visit.id)).toEqual({ ...before, version: 4, companions: [along("Ανδρέου", "Νίκος"), NOBODY] });
  await desk.delivered();
  expect(desk.arrived().length).toBeGreaterThan(0);
  const letters = desk.smtp.messages().slice(-1);
  expect(
    found(
      companion,
      letters.map((letter) => JSON.stringify(letter)),
    ),
  ).toEqual([]);
  expect(
    found(
      booker,
      letters.map((letter) => JSON.stringify(letter)),
    ).length,
  ).toBeLessThan(booker.secrets.size);
  expect(await erase(`${secret.firstName} ${secret.lastName}`)).toBe(0);
  await requireHealth(world.database.ownerUrl, BY_WORKERS);
});

test("a form that was opened before brings the name back to nobody, nor does what is taken back", async () => {
  const { id } = await desk.booked("09:00", { date: DATE, companions: [along("Γιασεμίδης", "Θωμάς")] });
  await desk.change(id, { companions: [{ ...along("Γιασεμίδης", "Θωμάς"), services: ["vehicle"] }] }, 1);
  expect(await erase("Γιασεμίδης Θωμάς")).toBe(1);
  const stale = await desk.change(id, { companions: [along("Γιασεμίδης", "Θωμάς")] }, 2);
  expect([stale.status, stale.body.code]).toEqual([412, expect.any(String)]);
  expect((await desk.act(id, "undo", { version: 3 })).status).toBe(200);
  expect((await seen(id)).companions).toEqual([NOBODY]);
  expect(JSON.stringify(await desk.history(id))).not.toContain("Θωμάς");
});

test("the visit's own person keeps a name that is partly the same, and so does everybody else who comes", async () => {
  const companions = [along("Παπαδοπούλου", "Άννα"), along("Παπαδοπούλου", "Νίκη")];
  const { id } = await desk.booked("09:00", { date: DATE, companions });
  await desk.change(id, { firstName: "Ελένη-Μαρία" }, 1);
  expect(await erase("Άννα Παπαδοπούλου")).toBe(1);
  expect(await seen(id)).toMatchObject({ lastName: "Παπαδοπούλου", companions: [NOBODY, companions[1]] });
  const text = JSON.stringify(await desk.history(id));
  expect([text.includes("Ελένη-Μαρία"), text.includes("Άννα")]).toEqual([true, false]);
  const { body } = await desk.clerk.ask("POST", `${desk.office.code}/appointment-searches`, {
    body: { text: "Παπαδοπούλου Νίκη" },
  });
  expect(body.people.length).toBe(1);
});

/** A visit as it stands in its tables, to be put back as an older backup would. */
async function remembered(id: string) {
  const rowOf = async (table: string, column: string) =>
    (await world.owner.query(`select to_jsonb(one) as row from ${table} as one where ${column} = $1`, [id])).rows;
  const [visit] = await rowOf("appointment", "id");
  const events = await rowOf("appointment_event", "appointment_id");
  const words = await rowOf("appointment_word", "appointment_id");
  return async () => {
    await world.owner.query("delete from companion_erasure where appointment_id = $1", [id]);
    for (const [table, rows] of [
      ["appointment_event", events],
      ["appointment_word", words],
    ] as const) {
      await world.owner.query(`delete from ${table} where appointment_id = $1`, [id]);
      for (const { row } of rows)
        await world.owner.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [row]);
    }
    const { companions, version } = visit.row;
    await world.owner.query("update appointment set companions = $2, version = $3 where id = $1", [
      id,
      JSON.stringify(companions),
      version,
    ]);
  };
}

test("a backup of just before brings nobody back: the same name goes again, and no other, however often it is said", async () => {
  const companions = [along("Ανδρέου", "Νίκος"), along("Γιασεμίδης", "Θωμάς")];
  const { id } = await desk.booked("09:00", { date: DATE, companions });
  const putBack = await remembered(id);
  await erase("Γιασεμίδης Θωμάς");
  await putBack();
  expect((await seen(id)).companions).toEqual(companions);
  expect((await applyRetention(deps())).erased).toBe(1);
  expect(await seen(id)).toMatchObject({ version: 2, companions: [companions[0], NOBODY] });
  await desk.change(id, { companions: [companions[0], along("Νέος", "Νίκος")] }, 2);
  expect((await applyRetention(deps())).erased).toBe(0);
  expect((await seen(id)).companions[1]).toEqual(along("Νέος", "Νίκος"));
});

test("of a backup from earlier nobody knows any more who stood where: all who come along lose their names, and their visit stays", async () => {
  const [thomas, nikos] = [along("Γιασεμίδης", "Θωμάς"), along("Ανδρέου", "Νίκος")];
  const { id } = await desk.booked("09:00", { date: DATE, companions: [thomas, nikos] });
  const putBack = await remembered(id);
  await desk.change(id, { companions: [nikos, thomas] }, 1);
  await erase("Γιασεμίδης Θωμάς");
  await putBack();
  expect((await applyRetention(deps())).erased).toBe(1);
  expect(await seen(id)).toMatchObject({ lastName: "Παπαδοπούλου", companions: [NOBODY, NOBODY] });
  expect((await applyRetention(deps())).erased).toBe(0);
});
