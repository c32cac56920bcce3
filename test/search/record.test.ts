import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { settleStale } from "../../src/search/settle.ts";
import { aBookingDesk, type BookingDesk } from "../booking-desk.ts";
import { waits } from "../waiting.ts";
import { aWorld, type World } from "../world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const SCRIPT = fileURLToPath(new URL("../announcer/commit-and-end.ts", import.meta.url));

const entriesOf = async ({ office }: BookingDesk) =>
  (
    await world.owner.query(
      `select employee_id, appointments, details, (
         select array_agg(appointment_id) from audit_subject where audit_subject.office_id = $1 and entry_id = id
       ) as subjects
       from audit_entry where office_id = $1 and act = 'person-searched'`,
      [office.id],
    )
  ).rows;

async function settled(desk: BookingDesk) {
  world.now = world.now.add({ seconds: 11 });
  await settleStale({ db: world.database.db, clock: () => world.now });
  return entriesOf(desk);
}

test("a search whose process is killed before it answers is in the audit, once and with whom it was to show", async () => {
  const desk = await aBookingDesk(world);
  const { id } = await desk.booked("11:30", { lastName: "Παπαδάκη", firstName: "Άννα" });
  const [path, body] = [`${desk.office.code}/appointment-searches`, JSON.stringify({ text: "παπαδ" })];
  const given = [world.database.appUrl, world.now.toString(), "SIGKILL", desk.clerk.cookie, path, body];
  const child = spawn(process.execPath, [SCRIPT, ...given], { stdio: "inherit" });
  expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
  expect(await settled(desk)).toEqual([
    { employee_id: desk.clerk.employeeId, appointments: [id], details: { people: 1 }, subjects: [id] },
  ]);
});

test("no answer leaves while its record is not committed", async () => {
  const desk = await aBookingDesk(world);
  await desk.booked("11:30", { lastName: "Παπαδάκη", firstName: "Άννα" });
  const search = (text: string) =>
    desk.clerk.ask("POST", `${desk.office.code}/appointment-searches`, { body: { text } });
  await search("αννα");
  await world.owner.query("begin");
  await world.owner.query("select from search_under_way where office_id = $1 for update", [desk.office.id]);
  const answer = search("παπα");
  const isHeldUp = await waits(world, answer, 0);
  await world.owner.query("commit");
  expect([isHeldUp, (await answer).status]).toEqual([true, 200]);
  expect((await settled(desk)).map(({ details }) => details)).toEqual([{ people: 1 }, { people: 1 }]);
});

test("two first searches of one clerk at the same moment are both recorded", async () => {
  const desk = await aBookingDesk(world);
  const { id } = await desk.booked("11:30", { lastName: "Παπαδάκη", firstName: "Άννα" });
  await world.owner.query("begin");
  await world.owner.query(
    `insert into search_under_way (office_id, employee_id, id, text, people, at)
     values ($1, $2, gen_random_uuid(), 'μαρια', 0, $3)`,
    [desk.office.id, desk.clerk.employeeId, world.now.toString()],
  );
  const answer = desk.clerk.ask("POST", `${desk.office.code}/appointment-searches`, { body: { text: "παπα" } });
  const isHeldUp = await waits(world, answer, 0);
  await world.owner.query("commit");
  expect([isHeldUp, (await answer).status]).toEqual([true, 200]);
  const entries = await settled(desk);
  expect(entries.map(({ appointments }) => appointments)).toEqual(expect.arrayContaining([null, [id]]));
  expect(entries).toHaveLength(2);
});

test("ten searches of one clerk at once leave ten records, each with whom it has shown", async () => {
  const desk = await aBookingDesk(world);
  const names = [
    "Αλεξίου",
    "Βασιλείου",
    "Γεωργίου",
    "Δημητρίου",
    "Ευθυμίου",
    "Ζαχαρίου",
    "Ηλιού",
    "Θεοδώρου",
    "Ιωάννου",
    "Κυριακού",
  ];
  const ids: string[] = [];
  for (const [index, lastName] of names.entries())
    ids.push(
      (
        await desk.booked(`${11 + Math.floor(index / 4)}:${["00", "15", "30", "45"][index % 4]}`, {
          lastName,
          firstName: "Ωρίων",
        })
      ).id,
    );
  const path = `${desk.office.code}/appointment-searches`;
  const replies = await Promise.all(names.map((text) => desk.clerk.ask("POST", path, { body: { text } })));
  expect(replies.map(({ body }) => body.people.length)).toEqual(names.map(() => 1));
  const entries = await settled(desk);
  expect(entries.map(({ subjects }) => subjects)).toEqual(entries.map(({ appointments }) => appointments));
  expect(entries.flatMap(({ appointments }) => appointments).sort()).toEqual(ids.sort());
  expect(entries).toHaveLength(names.length);
});

test("who was erased is found by nothing, and the office next door's people neither", async () => {
  const [desk, other] = [await aBookingDesk(world), await aBookingDesk(world)];
  const visit = { lastName: "Παπαδάκη", firstName: "Άννα", phone: "6944123456" };
  const [{ id, reference }, theirs] = [await desk.booked("11:30", visit), await other.booked("11:30", visit)];
  const found = async ({ office, clerk }: BookingDesk, text: string): Promise<string[]> =>
    (await clerk.ask("POST", `${office.code}/appointment-searches`, { body: { text } })).body.people.flatMap(
      (person: { coming: { id: string }[] }) => person.coming.map((one) => one.id),
    );
  const ways = ["παπαδακη", "αννα παπαδ", "παπαδκαη", "6944123456", "123456", reference];
  for (const text of ways) expect([text, await found(desk, text)]).toEqual([text, [id]]);
  await world.owner.query("select anonymize($1, array[$2::uuid], now())", [desk.office.id, id]);
  for (const text of ways) expect([text, await found(desk, text)]).toEqual([text, []]);
  expect(await found(other, "παπαδακη")).toEqual([theirs.id]);
});
