import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { deskOf } from "../../../test/booking-desk.ts";
import type { Citizen } from "../../../test/citizen.ts";
import { BY_WORKERS, doctorsFindings } from "../../../test/doctor.ts";
import { anOwnVisitsWorld, DAY, LIST, type OwnVisitsWorld } from "../../../test/own-visits.ts";
import { NOW, type TestOffice } from "../../../test/world.ts";

/** What was booked by telephone, at a counter or by e-mail: theirs who know its code and surname, and say who they are. */

let own: OwnVisitsWorld;
let office: TestOffice;
let citizen: Citizen;
beforeAll(async () => {
  own = await anOwnVisitsWorld();
});
afterAll(() => own.close());
beforeEach(async () => {
  await own.setTime(NOW);
  office = await own.anOpenOffice();
  for (const table of ["visit_owner", "online_person", "limit_count"])
    await own.world.owner.query(`delete from ${table}`);
  citizen = await own.signedIn("fani");
});

const byTelephone = async (time = "09:30") =>
  deskOf(office, await own.world.aClerk(office)).booked(time, {
    date: DAY,
    lastName: "Παπαδοπούλου",
    firstName: "Ελένη",
  });
const add = (who: Citizen, reference: string, lastName: string) => who.send(`${LIST}/add`, { reference, lastName });
const owners = async () =>
  (
    await own.world.owner.query("select way from visit_owner where office_id = $1 order by since, way", [office.id])
  ).rows.map(({ way }) => way);

test("the same answer found or not; found, it is theirs, and stays so on another device; its trail says so", async () => {
  const { reference } = await byTelephone();
  const wrong = await add(citizen, "123456789", "Παπαδοπούλου");
  const other = await add(citizen, reference, "Νικολάου");
  expect(await owners()).toEqual([]);
  const right = await add(citizen, `${reference.slice(0, 3)} ${reference.slice(3)}`, "papadopoulou");
  const answers = [wrong, other, right].map(({ status, headers, html }) => [status, headers.location, html]);
  expect(answers).toEqual([answers[0], answers[0], answers[0]]);
  expect(right.headers.location).toBe(`${LIST}?added=1`);
  expect(await owners()).toEqual(["code"]);
  const page = await citizen.see(`${LIST}?added=1`);
  expect(page.text).toContain("Αν ο κωδικός και το επώνυμο ταιριάζουν, το ραντεβού φαίνεται εδώ.");
  expect((await (await own.signedIn("fani")).see(LIST)).text).toContain("Έρχεται: Παπαδοπούλου Ελένη");
  expect((await citizen.see(`${LIST}/seen`)).text).toContain("Προσθήκη στη σελίδα «Τα ραντεβού μου»");
  await add(citizen, reference, "Παπαδοπούλου");
  expect(await owners()).toEqual(["code"]);
  expect(await doctorsFindings(own.world.database.ownerUrl, own.world.now, BY_WORKERS)).toEqual([]);
});

test("what another has booked as themselves is never added, and answered alike", async () => {
  await own.booked("menelaos", office, "10:00");
  const { rows } = await own.world.owner.query(
    "select reference, last_name from appointment where office_id = $1 and status = 'booked'",
    [office.id],
  );
  const page = await add(citizen, rows[0].reference, rows[0].last_name);
  expect([page.status, page.headers.location]).toEqual([303, `${LIST}?added=1`]);
  expect(await owners()).toEqual(["taxisnet"]);
  expect((await citizen.see(LIST)).html).not.toContain('name="visit"');
});

test("a family sees the same, each for themselves; not a whole street", async () => {
  const { reference } = await byTelephone();
  for (const userid of ["fani", "menelaos", "polyxeni", "anna", "anemoni"])
    await add(await own.signedIn(userid), reference, "Παπαδοπούλου");
  expect(await owners()).toEqual(["code", "code", "code", "code"]);
});

test("it counts for nobody's limit", async () => {
  const { reference } = await byTelephone();
  await add(citizen, reference, "Παπαδοπούλου");
  expect((await own.world.owner.query("select from online_person where office_id = $1", [office.id])).rows).toEqual([]);
});

test("what is missing is said at its field, with what was typed still there", async () => {
  const page = await add(citizen, "12 34", "");
  expect([page.status, page.text]).toEqual([422, expect.stringContaining("Γράψτε και τα 9 ψηφία")]);
  expect(page.text).toContain("Γράψτε το επώνυμο");
  expect(page.html).toContain('value="12 34"');
});

test("a code is tried five times, at either page and in any process; a person twenty times in an hour", async () => {
  const { reference } = await byTelephone();
  for (let count = 0; count < 4; count++) await add(citizen, reference, "Άλφα");
  expect((await citizen.send("/book/find", { reference, lastName: "Άλφα" })).status).toBe(303);
  expect((await add(citizen, reference, "Παπαδοπούλου")).status).toBe(429);
  expect(await owners()).toEqual([]);
  for (let count = 0; count < 15; count++) await add(citizen, String(200_000_000 + count), "Άλφα");
  expect((await add(await own.signedIn("fani"), "300000001", "Άλφα")).status).toBe(429);
  expect((await add(await own.signedIn("menelaos"), "300000002", "Άλφα")).status).toBe(303);
});

test("without a session nothing is added, and they are asked to sign in again", async () => {
  const { reference } = await byTelephone();
  await own.setTime(NOW.add({ minutes: 30 }));
  expect((await add(citizen, reference, "Παπαδοπούλου")).headers.location).toBe(`${LIST}?note=over`);
  expect(await owners()).toEqual([]);
});
