import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { openToCitizens } from "../../../test/public-booking.ts";
import { setClock } from "../../../test/set-clock.ts";
import { aVisitDesk, DAY, SITE, type VisitDesk } from "../../../test/visit-desk.ts";
import { waits } from "../../../test/waiting.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";
import { offerAll } from "./offer-places.ts";

/** Whoever has an appointment and wishes for an earlier one is asked for a place that is given up, one after the other. */
let world: World;
let desk: VisitDesk;
beforeAll(async () => {
  world = await aWorld({ PUBLIC_BASE_URL: SITE });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aVisitDesk(world);
});

const EVERY_DAY = Object.fromEntries([1, 2, 3, 4, 5, 6].map((day) => [`d${day}`, "1"]));
const ANY = { ...EVERY_DAY, morning: "1", noon: "1", afternoon: "1", notice: "hours" };
/** Time goes by, and the clerk is still signed in. */
const later = (time: Temporal.DurationLike) => setClock(world, world.now.add(time));
const emailOf = (name: string) => `${name}${desk.office.code}@example.gr`;
/** In their own office. */
const wish = (link: string, fields: Readonly<Record<string, string>> = ANY) =>
  desk.press(link, "wish", { ...fields, [`o${desk.office.code}`]: "1" });

/** Somebody with an appointment at that time who wishes for an earlier one; the link of their last letter. */
async function wisher(name: string, time: string, fields?: Readonly<Record<string, string>>): Promise<string> {
  const link = await desk.bookedOnline(time, emailOf(name));
  await desk.delivered(0);
  await wish(link, fields);
  await later({ seconds: 1 });
  return link;
}

/** A place that somebody has at the counter, and gives up. */
async function givenUp(time: string, date = DAY): Promise<void> {
  const { id, version } = (await desk.booked(time, { date, lastName: "Απών" })) as { id: string; version: number };
  await desk.act(id, "cancellation", { body: {}, version });
}

async function offered(): Promise<string[]> {
  await offerAll({ db: world.database.db, clock: () => world.now });
  await desk.delivered(0);
  const { rows } = await world.owner.query(
    `select email, to_char(offer.starts_at at time zone 'Europe/Athens', 'HH24:MI') as time
     from earlier_offer as offer join appointment as visit on visit.office_id = offer.office_id and visit.id = appointment_id
     where offer.office_id = $1 and outcome is null order by made_at`,
    [desk.office.id],
  );
  return rows.map(({ email, time }) => `${email.replace(/\d+@.*/, "")} ${time}`);
}
const timeOf = async (name: string): Promise<string> =>
  (
    await world.owner.query(
      "select to_char(starts_at at time zone 'Europe/Athens', 'HH24:MI') as time from appointment where email = $1 and live",
      [emailOf(name)],
    )
  ).rows[0].time;
/** What a page sends by its buttons */
async function fieldsOf(page: string): Promise<Record<string, string>> {
  const { html } = await desk.citizen.see(page);
  return Object.fromEntries(
    [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}
const outcomes = async (): Promise<(string | null)[]> =>
  (await world.owner.query("select outcome from earlier_offer where office_id = $1", [desk.office.id])).rows.map(
    ({ outcome }) => outcome,
  );
const offerLink = (name: string) => desk.linkTo(emailOf(name));
/** By a browser of its own: what it takes, it gives back. */
async function isOffered(time: string): Promise<boolean> {
  const { headers } = await aCitizen(world).choose(desk.office, DAY, time);
  await world.owner.query(
    `update appointment set status = 'expired' where office_id = $1 and status = 'held'
       and id not in (select hold from earlier_offer)`,
    [desk.office.id],
  );
  return headers.location === "/book/who";
}

test("who wished first is asked first, and takes the place by one press; what that gives up goes to the next one", async () => {
  await wisher("alpha", "14:00");
  await wisher("beta", "14:30");
  await givenUp("09:00");
  expect(await offered()).toEqual(["alpha 09:00"]);
  expect(await offered()).toEqual(["alpha 09:00"]);
  expect(await isOffered("09:00")).toBe(false);
  const letter = desk.smtp.messages(emailOf("alpha")).at(-1);
  expect(letter?.subject).toContain("Ελευθερώθηκε νωρίτερη ώρα");
  expect(letter?.text?.replace(/\s+/g, " ")).toContain("Αν δεν απαντήσετε, δεν χάνετε τίποτα");
  expect(letter?.text).toContain("/offer");
  const page = await desk.citizen.see(`${offerLink("alpha")}/offer`);
  expect(page.text).toContain("Κρατάμε τη θέση για εσάς έως τις 11:4");
  expect(page.text).toMatch(/Νέα ώρα .*στις 09:00.*Έχετε τώρα .*στις 14:00/);
  const taken = await desk.press(offerLink("alpha"), "offer");
  expect(taken.headers.location).toMatch(/\?done=earlier$/);
  expect((await desk.citizen.see(taken.headers.location as string)).text).toContain("είναι πλέον νωρίτερα");
  expect(await timeOf("alpha")).toBe("09:00");
  expect(await offered()).toEqual(["beta 14:00"]);
  await desk.press(offerLink("beta"), "offer");
  expect([await timeOf("alpha"), await timeOf("beta")]).toEqual(["09:00", "14:00"]);
  // Both have what they wished for, and are asked no more.
  await desk.delivered(3);
  await givenUp("08:30");
  expect(await offered()).toEqual([]);
});

test("who needs an interpreter is offered no place before one can be there, and any other", async () => {
  const days = (count: number) => `update office set has_sign_language = true, sign_language_days = ${count}`;
  await wisher("alpha", "14:00");
  await world.owner.query("update appointment set interpreter = 'gss' where email = $1", [emailOf("alpha")]);
  await world.owner.query(days(3));
  await givenUp("09:00");
  expect(await offered()).toEqual([]);
  await world.owner.query(days(0));
  expect(await offered()).toEqual(["alpha 09:00"]);
});

test("pressed twice it is taken once; another page of it says what is so", async () => {
  await wisher("alpha", "14:00");
  await givenUp("09:00");
  await offered();
  const link = offerLink("alpha");
  const fields = await fieldsOf(`${link}/offer`);
  const [first, second] = [
    await desk.citizen.send(`${link}/offer`, fields),
    await desk.citizen.send(`${link}/offer`, fields),
  ];
  expect([first.headers.location, second.headers.location]).toEqual([`${link}?done=earlier`, `${link}?done=earlier`]);
  const events = await world.owner.query("select from appointment_event where office_id = $1 and kind = 'moved'", [
    desk.office.id,
  ]);
  expect(events.rows).toHaveLength(1);
  expect((await desk.citizen.see(`${link}/offer`)).text).toContain("Η πρόταση δεν ισχύει πια");
});

test("silence loses nothing: the next one is asked, who was silent stays in line, and at last all citizens see it", async () => {
  await wisher("alpha", "14:00");
  await wisher("beta", "14:30");
  await givenUp("09:00");
  await offered();
  const link = offerLink("alpha");
  await later({ minutes: 60 });
  expect(await offered()).toEqual(["beta 09:00"]);
  const late = await desk.citizen.see(`${link}/offer`);
  expect(late.text).toContain("Η πρόταση δεν ισχύει πια");
  expect(late.text).toContain("Μένετε στη σειρά");
  expect(await timeOf("alpha")).toBe("14:00");
  await later({ minutes: 60 });
  expect(await offered()).toEqual([]);
  await later({ minutes: 6 });
  expect(await isOffered("09:00")).toBe(true);
  await givenUp("10:00");
  expect(await offered()).toEqual(["alpha 10:00"]);
});

test("from the moment on that was said nobody has an offer, though no worker has come by yet", async () => {
  await wisher("alpha", "14:00");
  await givenUp("09:00");
  await offered();
  const link = offerLink("alpha");
  const fields = await fieldsOf(`${link}/offer`);
  await later({ minutes: 60 });
  const late = await desk.citizen.send(`${link}/offer`, fields);
  expect(late.headers.location).toBe(`${link}/offer`);
  expect((await desk.citizen.see(`${link}/offer`)).text).toContain("Η πρόταση δεν ισχύει πια");
  expect(await timeOf("alpha")).toBe("14:00");
});

describe("an offer whose time runs out while it is taken", () => {
  const anHourLater = () => world.now.add({ minutes: 60 });
  let link: string;
  let fields: Record<string, string>;
  let hold: string;
  beforeEach(async () => {
    await wisher("alpha", "14:00");
    await givenUp("09:00");
    await offered();
    link = offerLink("alpha");
    fields = await fieldsOf(`${link}/offer`);
    hold = fields.hold as string;
  });
  const press = () => desk.citizen.send(`${link}/offer`, fields);
  const lapse = () => offerAll({ db: world.database.db, clock: anHourLater });
  /** Both want the row that holds the place: whichever comes first has settled the offer by then. */
  const inOrder = async <First, Second>(first: () => Promise<First>, second: () => Promise<Second>) => {
    let both: [Promise<First>, Promise<Second>] | undefined;
    await world.database.db.write({ office: desk.office.id }, async (tx) => {
      await tx.sql`select from appointment where office_id = ${desk.office.id} and id = ${hold} for update`;
      const one = first();
      expect(await waits(world, one, 0)).toBe(true);
      const other = second();
      expect(await waits(world, other, 1)).toBe(true);
      both = [one, other];
    });
    return Promise.all(both as [Promise<First>, Promise<Second>]);
  };

  test("is over where that came first: nothing is lost, and the place goes on", async () => {
    const [, pressed] = await inOrder(lapse, press);
    expect(pressed.headers.location).toBe(`${link}/offer`);
    expect([await timeOf("alpha"), await outcomes()]).toEqual(["14:00", ["lapsed"]]);
  });

  test("is taken where that came first: the place is nobody else's", async () => {
    const [pressed] = await inOrder(press, lapse);
    expect(pressed.headers.location).toBe(`${link}?done=earlier`);
    expect([await timeOf("alpha"), await outcomes()]).toEqual(["09:00", ["accepted"]]);
  });
});

test("a place in a queue that was hidden meanwhile is given to nobody, however they booked", async () => {
  await desk.booked("14:00", { date: DAY, email: emailOf("alpha") });
  await desk.delivered();
  await wish(offerLink("alpha"));
  await givenUp("09:00");
  expect(await offered()).toEqual(["alpha 09:00"]);
  const link = offerLink("alpha");
  const fields = await fieldsOf(`${link}/offer`);
  await world.owner.query("update queue set is_public = false where office_id = $1", [desk.office.id]);
  expect((await desk.citizen.send(`${link}/offer`, fields)).headers.location).toBe(`${link}/offer`);
  expect(await timeOf("alpha")).toBe("14:00");
});

test("who is earlier by now is asked no more for what would be later", async () => {
  await wisher("alpha", "14:00");
  await wisher("beta", "14:30");
  await givenUp("09:00");
  expect(await offered()).toEqual(["alpha 09:00"]);
  const { rows } = await world.owner.query("select id, version from appointment where email = $1", [emailOf("alpha")]);
  const body = { date: DAY, time: "08:15", queue: 1 };
  await desk.act(rows[0].id, "move", { body, version: rows[0].version, key: "move" });
  expect(await offered()).toEqual(["beta 09:00"]);
});

test("who is being written to just now is asked when they have read that", async () => {
  await wisher("alpha", "14:00");
  const { rows } = await world.owner.query("select id, version from appointment where email = $1", [emailOf("alpha")]);
  const body = { date: DAY, time: "14:15", queue: 1 };
  await desk.act(rows[0].id, "move", { body, version: rows[0].version, key: "move" });
  await givenUp("09:00");
  expect(await offered()).toEqual([]);
  await desk.delivered();
  await givenUp("09:30");
  expect(await offered()).toHaveLength(1);
});

test("no wish is kept where nothing could be offered: no e-mail to write to, or an office that is closed to citizens", async () => {
  const wishes = async () =>
    (await world.owner.query("select from earlier_wish where office_id = $1", [desk.office.id])).rowCount;
  const link = await desk.bookedOnline("14:00");
  const fields = { ...ANY, ...(await fieldsOf(`${link}/wish`)), [`o${desk.office.code}`]: "1" };
  await world.owner.query("delete from public_booking");
  expect((await desk.citizen.send(`${link}/wish`, fields)).status).toBe(409);
  await openToCitizens(world.owner);
  await world.owner.query("update appointment set email = null where office_id = $1", [desk.office.id]);
  await world.owner.query("update appointment_link set address_hash = null where office_id = $1", [desk.office.id]);
  expect((await desk.citizen.see(link)).status).toBe(200);
  expect((await desk.citizen.send(`${link}/wish`, fields)).status).toBe(404);
  expect(await wishes()).toBe(0);
});

test("what all citizens see by now is kept for nobody", async () => {
  await givenUp("09:00");
  await later({ minutes: 10 });
  await wisher("alpha", "14:00");
  await givenUp("10:00");
  expect(await offered()).toEqual(["alpha 10:00"]);
});

test("refused by a button it goes to the next one at once, and is not offered to the same person again", async () => {
  await wisher("alpha", "14:00");
  await wisher("beta", "14:30");
  await givenUp("09:00");
  await offered();
  const link = offerLink("alpha");
  // Longer than the place waits before all citizens see it.
  await later({ minutes: 10 });
  expect((await desk.press(link, "offer/refuse", {}, "offer")).headers.location).toBe(`${link}?done=kept`);
  expect(await offered()).toEqual(["beta 09:00"]);
  await desk.press(offerLink("beta"), "offer/refuse", {}, "offer");
  expect(await offered()).toEqual([]);
});

test("the page of an offer that is over gives up no newer one", async () => {
  await wisher("alpha", "14:00");
  await givenUp("09:00");
  await offered();
  const link = offerLink("alpha");
  const old = await fieldsOf(`${link}/offer`);
  await desk.press(link, "offer/refuse", {}, "offer");
  await givenUp("09:30");
  expect(await offered()).toEqual(["alpha 09:30"]);
  await desk.citizen.send(`${link}/offer/refuse`, old);
  expect(await offered()).toEqual(["alpha 09:30"]);
});

test("two a day at most, by day only, and as long before as they said", async () => {
  await wisher("alpha", "14:00");
  for (const time of ["09:00", "09:15", "09:30"]) {
    await givenUp(time);
    const [asked] = await offered();
    if (asked) await desk.press(offerLink("alpha"), "offer/refuse", {}, "offer");
  }
  const { rows } = await world.owner.query("select from earlier_offer where office_id = $1", [desk.office.id]);
  expect(rows).toHaveLength(2);
  await wisher("beta", "14:30", { ...ANY, notice: "two-days" });
  await givenUp("10:00");
  expect(await offered()).toEqual([]);
  await wisher("gamma", "14:45", { ...ANY, notice: "day" });
  expect(await offered()).toEqual(["gamma 09:00"]);
  await wisher("delta", "13:00");
  world.now = Temporal.Instant.from("2026-11-24T20:00:00+02:00");
  await givenUp("11:00");
  expect(await offered()).toEqual([]);
});

test("only the days and hours that they named, only what is earlier, and only where their service fits", async () => {
  await wisher("alpha", "12:00", { ...EVERY_DAY, noon: "1", notice: "hours" });
  await wisher("beta", "13:00", { d1: "1", morning: "1", notice: "hours" });
  await givenUp("11:00");
  expect(await offered()).toEqual([]);
  await givenUp("13:30");
  expect(await offered()).toEqual([]);
  const link = await wisher("gamma", "13:15");
  await world.owner.query("update appointment set service = 'vehicle' where email = $1", [emailOf("gamma")]);
  await desk.booked("11:15", { date: DAY });
  expect(await offered()).toEqual([]);
  await world.owner.query("update appointment set service = 'signature' where email = $1", [emailOf("gamma")]);
  expect(await offered()).toEqual(["gamma 11:00"]);
  expect((await desk.citizen.see(`${link}/wish`)).text).toContain("Προηγείται όποιος ζήτησε πρώτος");
});

test("the wish says what is missing, is changed without losing its turn, and ended, with what is held for it", async () => {
  const first = await wisher("alpha", "14:00");
  await wisher("beta", "14:30");
  const empty = await desk.press(first, "wish", { notice: "day" });
  expect([empty.status, empty.text]).toEqual([422, expect.stringContaining("Επιλέξτε τουλάχιστον μία ημέρα")]);
  expect(empty.text).toContain("Επιλέξτε τουλάχιστον μία ώρα");
  for (const field of ["d1", "morning"]) {
    expect(empty.html).toContain(`<fieldset class="fe" aria-describedby="${field}-error">`);
    expect(empty.html).toContain(`id="${field}-error"`);
  }
  await later({ minutes: 1 });
  await wish(first, ANY);
  await givenUp("09:00");
  expect(await offered()).toEqual(["alpha 09:00"]);
  expect((await desk.press(first, "wish/end", {}, "wish")).headers.location).toBe(`${first}?done=unwish`);
  expect(await offered()).toEqual(["beta 09:00"]);
  expect((await desk.citizen.see(`${first}/wish`)).html).not.toContain("wish/end");
});

test("an offer is good for the appointment that was seen: changed meanwhile, cancelled, or its place closed by the head", async () => {
  await wisher("alpha", "14:00");
  await givenUp("09:00");
  await offered();
  const link = offerLink("alpha");
  const { html } = await desk.citizen.see(`${link}/offer`);
  const fields = (of: string) =>
    Object.fromEntries(
      [...of.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
    );
  await world.owner.query("update appointment set version = version + 1 where email = $1", [emailOf("alpha")]);
  expect((await desk.citizen.send(`${link}/offer`, fields(html))).status).toBe(412);
  expect(await timeOf("alpha")).toBe("14:00");
  await desk.ruled("exceptions", {
    kind: "closed",
    date: DAY,
    from: "08:00",
    to: "10:00",
    queue: null,
    reason: "Διακοπή",
  });
  const again = fields((await desk.citizen.see(`${link}/offer`)).html);
  const refused = await desk.citizen.send(`${link}/offer`, again);
  expect([refused.status, await timeOf("alpha")]).toEqual([303, "14:00"]);
  await world.owner.query("update appointment set status = 'cancelled' where email = $1", [emailOf("alpha")]);
  expect(await offered()).toEqual([]);
  const { rows } = await world.owner.query("select from earlier_wish where office_id = $1", [desk.office.id]);
  expect(rows).toEqual([]);
});

test("without an e-mail nothing can be offered, and another office's or a forged link sees nothing", async () => {
  const link = await desk.bookedOnline("14:00");
  await world.owner.query("update public_booking set id = id");
  expect((await desk.citizen.see(link)).text).toContain("Θέλω νωρίτερη ώρα");
  const forged = link.replace(/.{4}$/, "AAAA");
  for (const part of ["wish", "offer"]) expect((await desk.citizen.see(`${forged}/${part}`)).status).toBe(404);
  expect((await desk.citizen.send(`${forged}/offer`, { hold: "x" })).status).not.toBe(303);
  for (const part of ["wish", "offer"]) await desk.citizen.see(`${link}/${part}`);
  const { rows } = await world.owner.query("select from earlier_wish where office_id = $1", [desk.office.id]);
  expect(rows).toEqual([]);
});
