import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { BY_WORKERS, doctorsFindings } from "../../../test/doctor.ts";
import { setClock } from "../../../test/set-clock.ts";
import { aVisitDesk, DAY, SITE, type VisitDesk } from "../../../test/visit-desk.ts";
import { waits } from "../../../test/waiting.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { insertOffer, lockWisher } from "./earlier-sql.ts";
import { offerAll } from "./offer-places.ts";

/** An earlier place of another office: the appointment goes there, or stays where it is. */
let world: World;
let here: VisitDesk;
let there: VisitDesk;
beforeAll(async () => {
  world = await aWorld({ PUBLIC_BASE_URL: SITE });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  await world.owner.query("update office set latitude = null, longitude = null");
  [here, there] = [await aVisitDesk(world), await aVisitDesk(world)];
  await world.owner.query(
    `update office set name = case id when $1 then 'ΚΕΠ Εδώ' else 'ΚΕΠ Εκεί' end, longitude = 23.7, settings_version = settings_version + 1,
       latitude = case id when $1 then 38.00 else 38.02 end where id in ($1, $2)`,
    [here.office.id, there.office.id],
  );
});

const ALL = {
  d1: "1",
  d2: "1",
  d3: "1",
  d4: "1",
  d5: "1",
  d6: "1",
  morning: "1",
  noon: "1",
  afternoon: "1",
  notice: "hours",
};
const both = () => ({ ...ALL, [`o${here.office.code}`]: "1", [`o${there.office.code}`]: "1" });
const emailOf = (name: string) => `${name}${here.office.code}@example.gr`;
const linkOf = (name: string) => here.linkTo(emailOf(name));
/** Whichever office writes, it is this server that it hands its letters to. */
const written = () => here.delivered(0);

async function wisher(name: string, time: string, { at = here, fields = both() } = {}): Promise<string> {
  const { office } = at;
  await aCitizen(world).choose(office, DAY, time);
  const link = await at.bookedOnline(time, emailOf(name));
  await written();
  expect((await here.press(link, "wish", fields)).status).toBe(303);
  await setClock(world, world.now.add({ seconds: 1 }));
  return link;
}

async function givenUp(time: string, at = there): Promise<void> {
  const { id, version } = (await at.booked(time, { date: DAY, lastName: "Απών" })) as { id: string; version: number };
  await at.act(id, "cancellation", { body: {}, version });
}

async function offered(): Promise<string[]> {
  await offerAll({ db: world.database.db, clock: () => world.now });
  await written();
  const { rows } = await world.owner.query(
    `select email, place_office, to_char(offer.starts_at at time zone 'Europe/Athens', 'HH24:MI') as time
     from earlier_offer as offer join appointment as visit on visit.office_id = offer.office_id and visit.id = appointment_id
     where outcome is null and offer.office_id in ($1, $2) order by made_at`,
    [here.office.id, there.office.id],
  );
  const place = (id: number) => (id === here.office.id ? "here" : "there");
  return rows.map(({ email, place_office, time }) => `${email.replace(/\d+@.*/, "")} ${place(place_office)} ${time}`);
}

/** Where they have an appointment, and when. */
async function visitsOf(name: string): Promise<string[]> {
  const { rows } = await world.owner.query(
    `select office_id, status, to_char(starts_at at time zone 'Europe/Athens', 'HH24:MI') as time from appointment
     where email = $1 order by created_at, id`,
    [emailOf(name)],
  );
  return rows.map(
    ({ office_id, status, time }) => `${office_id === here.office.id ? "here" : "there"} ${time} ${status}`,
  );
}
const heldThere = async () =>
  (await world.owner.query("select from appointment where status = 'held' and office_id = $1", [there.office.id]))
    .rowCount;

test("the page names the offices around, with how far they are; one at least has to be chosen", async () => {
  const link = await here.bookedOnline("14:00", emailOf("alpha"));
  const page = await here.citizen.see(`${link}/wish`);
  expect(page.text).toMatch(/Σε ποια ΚΕΠ;\s*ΚΕΠ Εδώ\s*ΚΕΠ Εκεί, 2.χλμ\./);
  expect(page.html).toContain(`name="o${here.office.code}" id="o${here.office.code}" value="1" checked`);
  const none = await here.press(link, "wish", ALL);
  expect([none.status, none.text]).toEqual([422, expect.stringContaining("Επιλέξτε τουλάχιστον ένα ΚΕΠ")]);
  await world.owner.query("update queue set is_public = false where office_id = $1", [there.office.id]);
  expect((await here.citizen.see(`${link}/wish`)).text).not.toContain("Σε ποια ΚΕΠ;");
  expect((await here.press(link, "wish", ALL)).status).toBe(303);
  const { rows } = await world.owner.query("select offices from earlier_wish where office_id = $1", [here.office.id]);
  expect(rows).toEqual([{ offices: [here.office.id] }]);
});

test("beside the own office, the five nearest others may be chosen and no further one", async () => {
  const around = await Promise.all([1, 2, 3, 4, 5, 6].map(() => world.anOffice()));
  for (const [index, { id }] of around.entries())
    await world.owner.query(
      "update office set latitude = 38.03 + $2 / 100.0, longitude = 23.7, settings_version = settings_version + 1 where id = $1",
      [id, index],
    );
  await world.owner.query("update queue set is_public = true where office_id = any ($1)", [around.map(({ id }) => id)]);
  const link = await here.bookedOnline("14:00", emailOf("alpha"));
  const { html } = await here.citizen.see(`${link}/wish`);
  const codes = [here, there].map(({ office }) => office.code).concat(around.slice(0, 4).map(({ code }) => code));
  expect([...html.matchAll(/name="o(\d+)"/g)].map(([, code]) => code)).toEqual(codes);
});

test("taken by one press: it ends here and begins there, with who it is, and its old time goes to the next one", async () => {
  await wisher("alpha", "14:00");
  await wisher("beta", "14:30", { fields: { ...ALL, [`o${here.office.code}`]: "1" } });
  await givenUp("09:00");
  expect(await offered()).toEqual(["alpha there 09:00"]);
  const letter = here.smtp.messages(emailOf("alpha")).at(-1);
  expect(letter?.text?.replace(/\s+/g, " ")).toMatch(/στις 09:00 Πού: ΚΕΠ Εκεί, .*στις 14:00, ΚΕΠ Εδώ/);
  const link = linkOf("alpha");
  const page = await here.citizen.see(`${link}/offer`);
  expect(page.text).toMatch(/Νέα ώρα .*στις 09:00 ΚΕΠ Εκεί.*Έχετε τώρα .*στις 14:00 ΚΕΠ Εδώ/);
  expect(page.text).toContain("μεταφέρεται εκεί και αποκτά νέο κωδικό");

  const taken = await here.press(link, "offer");
  const next = String(taken.headers.location);
  expect(next).toMatch(/^\/link\/[\w-]{43}\?done=earlier$/);
  const seen = await here.citizen.see(next);
  expect(seen.text).toContain("είναι πλέον νωρίτερα");
  expect(seen.text).toContain("ΚΕΠ Εκεί");
  expect(await visitsOf("alpha")).toEqual(["here 14:00 cancelled", "there 09:00 booked"]);
  expect(await offered()).toEqual(["beta here 14:00"]);
  const old = (await here.citizen.see(`${link}/cancelled`)).text;
  expect(old).toMatch(/μεταφέρθηκε στο ΚΕΠ Εκεί.*Πήρατε τη νωρίτερη ώρα.*νέο κωδικό.*Βρείτε το ραντεβού σας/);
  expect(old).not.toMatch(/ακυρώθηκε|Το ΚΕΠ το μετέφερε/);
  await written();
  expect(
    here.smtp
      .messages(emailOf("alpha"))
      .map(({ subject }) => subject)
      .join(),
  ).toContain("Το ραντεβού σας μεταφέρθηκε στο ΚΕΠ Εκεί");
  const findings = await doctorsFindings(world.database.ownerUrl, world.now, BY_WORKERS);
  const codes = [here, there].map(({ office }) => ` ${office.code} `);
  expect(findings.filter((finding) => codes.some((code) => finding.includes(code)))).toEqual([]);
});

test("from somebody's own list: whose it is goes along, and the link there ends with their session", async () => {
  await wisher("alpha", "14:00");
  await givenUp("09:00");
  await offered();
  const link = linkOf("alpha");
  await world.owner.query("insert into citizen_session values ('\\x01', '\\x02', 'ΧΧ', 'ΧΧ', '2100-01-01')");
  await world.owner.query("update appointment_link set session = '\\x01' where office_id = $1", [here.office.id]);
  await world.owner.query(
    "insert into visit_owner select office_id, id, '\\x02', 'code', now() from appointment where email = $1",
    [emailOf("alpha")],
  );
  const { headers } = await here.press(link, "offer");
  expect((await here.citizen.see(String(headers.location))).text).toContain("ΚΕΠ Εκεί");
  const { rows } = await world.owner.query("select way from visit_owner where office_id = $1", [there.office.id]);
  expect(rows).toEqual([{ way: "code" }]);
  await world.owner.query("delete from citizen_session");
  expect((await here.citizen.see(String(headers.location))).status).toBe(404);
});

test("pressed twice it is taken once, and both presses lead there; it counts for their limit there", async () => {
  await wisher("alpha", "14:00");
  await givenUp("09:00");
  await offered();
  const link = linkOf("alpha");
  const { html } = await here.citizen.see(`${link}/offer`);
  const fields = Object.fromEntries(
    [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
  );
  const presses = await Promise.all([1, 2].map(() => here.citizen.send(`${link}/offer`, fields)));
  for (const { headers } of presses)
    expect((await here.citizen.see(String(headers.location))).text).toContain("ΚΕΠ Εκεί");
  expect(await visitsOf("alpha")).toEqual(["here 14:00 cancelled", "there 09:00 booked"]);
  const { rows } = await world.owner.query(
    `select distinct person.office_id from online_person as person join appointment as visit
       on visit.office_id = person.office_id and visit.id = person.appointment_id where email = $1 and live`,
    [emailOf("alpha")],
  );
  expect(rows).toEqual([{ office_id: there.office.id }]);
});

test("who wished first is asked first, whichever office they have their appointment in", async () => {
  await wisher("alpha", "14:00");
  const fields = { ...ALL, [`o${there.office.code}`]: "1" };
  await wisher("beta", "14:30", { at: there, fields });
  await givenUp("09:00");
  expect(await offered()).toEqual(["alpha there 09:00"]);
  await here.press(linkOf("alpha"), "offer/refuse", {}, "offer");
  expect(await offered()).toEqual(["beta there 09:00"]);
  expect(await visitsOf("alpha")).toEqual(["here 14:00 booked"]);
});

test("silence loses nothing, there neither: the place is given back and offered on", async () => {
  await wisher("alpha", "14:00");
  await givenUp("09:00");
  await offered();
  expect(await heldThere()).toBe(1);
  await setClock(world, world.now.add({ minutes: 60 }));
  expect(await offered()).toEqual([]);
  expect([await heldThere(), await visitsOf("alpha")]).toEqual([0, ["here 14:00 booked"]]);
});

test("two offices with a place at the same moment ask a person for one of them; not for the other as well", async () => {
  await wisher("alpha", "14:00");
  await givenUp("09:00", here);
  await givenUp("10:00", there);
  const all = () => offerAll({ db: world.database.db, clock: () => world.now });
  await Promise.all([all(), all(), all(), all()]);
  expect(await offered()).toHaveLength(1);
  const { rows } = await world.owner.query("select from appointment where status = 'held' and office_id in ($1, $2)", [
    here.office.id,
    there.office.id,
  ]);
  expect(rows).toHaveLength(1);
});

test("who is asked just now is waited for, and then not asked for another place as well", async () => {
  await wisher("alpha", "14:00");
  await givenUp("09:00");
  const { rows } = await world.owner.query("select id from appointment where email = $1", [emailOf("alpha")]);
  const [visit, hold] = [rows[0].id as string, randomUUID()];
  const [starts_at, until] = [world.now.add({ hours: 2 }), world.now.add({ hours: 1 })];
  const place = { office: here.office.id, hold, queue: 1, starts_at, ends_at: starts_at.add({ minutes: 15 }), until };
  const failures: unknown[] = [];
  const deps = { db: world.database.db, clock: () => world.now };
  let asking: Promise<void> | undefined;
  await world.database.db.write({ office: here.office.id }, async (tx) => {
    await lockWisher(tx, { visit });
    asking = offerAll(deps, undefined, (error) => void failures.push(error));
    expect(await waits(world, asking, 0)).toBe(true);
    await insertOffer(tx, here.office.id, visit, { ...place, now: world.now });
  });
  await asking;
  expect([failures, await heldThere()]).toEqual([[], 0]);
});

test("nobody is asked for what the other office does not do, and what it has closed meanwhile nobody loses anything by", async () => {
  await wisher("alpha", "14:00");
  const stop =
    "insert into office_service (office_id, service, is_offered, minutes) values ($1, 'signature', false, 10)";
  await givenUp("09:00");
  await world.owner.query(stop, [there.office.id]);
  expect(await offered()).toEqual([]);
  await world.owner.query("update office_service set is_offered = true where office_id = $1", [there.office.id]);
  expect(await offered()).toEqual(["alpha there 09:00"]);
  const { html } = await here.citizen.see(`${linkOf("alpha")}/offer`);
  const fields = Object.fromEntries(
    [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
  );
  const closed = { kind: "closed", date: DAY, from: "08:00", to: "10:00", queue: null, reason: "Διακοπή" };
  await there.ruled("exceptions", closed);
  const refused = await here.citizen.send(`${linkOf("alpha")}/offer`, fields);
  expect([refused.status, await visitsOf("alpha")]).toEqual([303, ["here 14:00 booked"]]);
});

test("a place there in a queue that was hidden meanwhile is given to nobody", async () => {
  await wisher("alpha", "14:00");
  await givenUp("09:00");
  expect(await offered()).toEqual(["alpha there 09:00"]);
  const { html } = await here.citizen.see(`${linkOf("alpha")}/offer`);
  const fields = Object.fromEntries(
    [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
  );
  await world.owner.query("update queue set is_public = false where office_id = $1", [there.office.id]);
  const refused = await here.citizen.send(`${linkOf("alpha")}/offer`, fields);
  expect([refused.status, await visitsOf("alpha")]).toEqual([303, ["here 14:00 booked"]]);
});

test("refused there, a time is offered here all the same", async () => {
  await wisher("alpha", "14:00");
  await givenUp("09:00");
  expect(await offered()).toEqual(["alpha there 09:00"]);
  await here.press(linkOf("alpha"), "offer/refuse", {}, "offer");
  await givenUp("09:00", here);
  expect(await offered()).toEqual(["alpha here 09:00"]);
});

test("who has cancelled wishes for nothing any more: their place there is offered on, and no place is kept for them", async () => {
  await wisher("alpha", "14:00", { fields: { ...ALL, [`o${there.office.code}`]: "1" } });
  await givenUp("09:00");
  expect(await offered()).toEqual(["alpha there 09:00"]);
  await world.owner.query("update appointment set status = 'cancelled' where email = $1", [emailOf("alpha")]);
  expect([await offered(), await heldThere()]).toEqual([[], 0]);
  await world.owner.query("delete from freed_place");
  await world.owner.query("update office set online_freed_minutes = 0 where id = $1", [there.office.id]);
  await givenUp("10:00");
  expect((await world.owner.query("select from freed_place")).rowCount).toBe(0);
});

test("who let an offer lapse is asked again in their turn, whichever office has the next place", async () => {
  await wisher("alpha", "14:00", { at: there });
  await wisher("beta", "14:30");
  await givenUp("09:00");
  expect(await offered()).toEqual(["alpha there 09:00"]);
  await setClock(world, world.now.add({ hours: 3 }));
  await givenUp("09:30", here);
  expect((await offered()).toSorted()).toEqual(["alpha here 09:30", "beta there 09:00"]);
});
