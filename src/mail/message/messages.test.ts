import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aMailDesk, type MailDesk } from "../../../test/mail-desk.ts";
import { setClock } from "../../../test/set-clock.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { officesWithoutMessage, planMessage, skipOccasion } from "../../outbox/messages.ts";
import { openOwner } from "../../platform/database/owner.ts";
import { ACROSS_OFFICES } from "../../platform/database/sql.ts";
import { anonymizeAll } from "../../retention/anonymize.ts";
import { holdBackLetters } from "../hold-back.ts";

/** What is no letter to a citizen, whatever its kind: here one that only a program to come knows. */

let world: World;
let desk: MailDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aMailDesk(world);
});
afterEach(() => desk.close());

const planned = (occasion: string, kind = "to-come") =>
  world.database.db.write({ office: desk.office.id }, (tx) =>
    planMessage(tx, desk.office.id, { kind, to: "kep@example.gr", payload: { occasion }, occasion }, world.now),
  );
const messages = async () => (await desk.rows("mail")).filter(({ appointment_id }) => appointment_id === null);

test("of each occasion one is planned, whoever plans it and however often", async () => {
  await Promise.all([planned("monday"), planned("monday"), planned("tuesday")]);
  await planned("monday");
  await planned("monday", "another");
  expect((await messages()).map(({ kind, details }) => `${kind} ${details.occasion}`).sort()).toEqual([
    "another monday",
    "to-come monday",
    "to-come tuesday",
  ]);
  const other = await world.anOffice();
  const without = (occasion: string) =>
    world.database.db.read(ACROSS_OFFICES, (tx) =>
      officesWithoutMessage(tx, [desk.office.id, other.id], { kind: "to-come", occasion }),
    );
  expect(await without("monday")).toEqual([other.id]);
  expect(await without("wednesday")).toEqual([desk.office.id, other.id]);
  await world.database.db.write({ office: desk.office.id }, (tx) =>
    skipOccasion(tx, desk.office.id, { kind: "to-come", occasion: "wednesday" }, world.now),
  );
  expect(await without("wednesday")).toEqual([other.id]);
});

test("a kind that this program does not know waits for one that does; letters leave beside it", async () => {
  await planned("monday");
  await desk.booked("12:00", { email: "eleni@example.gr" });
  await desk.delivered(10);
  expect(desk.arrived()).toEqual([expect.stringMatching(/^eleni@example\.gr: /)]);
  expect(await messages()).toMatchObject([{ state: "planned", attempts: 0 }]);
  expect((await desk.rule("GET", "mails")).body).toMatchObject({ lost: [], underWay: [], messages: [] });
});

test("it is no letter: nobody sends it again or is called for it, and no letter is without an appointment", async () => {
  await planned("monday");
  await world.owner.query("update mail set state = 'refused', settled_at = now() where kind = 'to-come'");
  const [{ id }] = await messages();
  expect((await desk.rule("POST", `mails/${id}/resend`)).body.code).toBe("mail-not-found");
  expect(await desk.rows("call")).toEqual([]);
  const wrong = [
    "update mail set kind = 'confirmed' where id = $1",
    "update mail set letter = 'confirmation' where id = $1",
    "update mail set cause = id where id = $1",
  ];
  for (const sql of wrong) await expect(world.owner.query(sql, [id])).rejects.toMatchObject({ code: "23514" });
});

test("when the data were restored it does not leave by itself", async () => {
  await planned("monday");
  const owner = openOwner(world.database.ownerUrl);
  await owner.db.write(ACROSS_OFFICES, (tx) => holdBackLetters(tx, world.now));
  await owner.close();
  expect(await messages()).toMatchObject([{ state: "expired", reason: "restored" }]);
});

test("it is deleted once what is kept of that day is made anonymous; letters stay, without a name", async () => {
  const visit = await desk.booked("12:00", { email: "eleni@example.gr" });
  await planned("monday");
  const states = async () => (await desk.rows("mail")).map(({ kind, address }) => `${kind} ${address}`).sort();
  await setClock(world, Temporal.Instant.from("2027-01-23T23:59:00+02:00"));
  await anonymizeAll({ db: world.database.db, clock: () => world.now });
  expect(await states()).toEqual(["confirmed eleni@example.gr", "to-come kep@example.gr"]);
  await setClock(world, Temporal.Instant.from("2027-01-24T00:00:00+02:00"));
  await anonymizeAll({ db: world.database.db, clock: () => world.now });
  expect(await states()).toEqual(["confirmed "]);
  expect(visit.id).toBe((await desk.rows("mail"))[0].appointment_id);
});

test("who may delete messages can delete no letter", async () => {
  await desk.booked("12:00", { email: "eleni@example.gr" });
  await planned("monday");
  await world.owner.query("begin");
  await world.owner.query("set local role visits_definer");
  const { rowCount } = await world.owner.query("delete from mail where office_id = $1", [desk.office.id]);
  await world.owner.query("rollback");
  expect(rowCount).toBe(1);
  await expect(
    world.database.db.write({ office: desk.office.id }, (tx) => tx.sql`delete from mail where kind = 'to-come'`),
  ).rejects.toMatchObject({ code: "42501" });
});
