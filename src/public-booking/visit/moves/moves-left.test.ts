import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aPartner } from "../../../../test/partner.ts";
import { setClock } from "../../../../test/set-clock.ts";
import { aVisitDesk, DAY, SITE, type VisitDesk } from "../../../../test/visit-desk.ts";
import { aWorld, NOW, type Reply, type World } from "../../../../test/world.ts";
import { offerAll } from "../../earlier/offer-places.ts";

/** However citizens change the time of an appointment, they do so as often as the ministry lets them, and no more. */

let world: World;
let desk: VisitDesk;
beforeAll(async () => {
  world = await aWorld({ PUBLIC_BASE_URL: SITE });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  await world.owner.query("update move_limit set moves = 3");
  desk = await aVisitDesk(world);
});
afterEach(() => desk.close());

const TIMES = ["10:00", "10:15", "10:30", "10:45", "11:00", "11:15"];
const holdIn = (link: string, time: string) => desk.press(link, "hold", { at: `${DAY}T${time}` }, `days/${DAY}`);
/** Where the press of «Ναι» leads to, or what is refused */
async function moved(link: string, time: string): Promise<number | "moved"> {
  const held = await holdIn(link, time);
  if (held.status !== 303) return held.status;
  const { status, headers } = await desk.press(link, "move");
  return headers.location === `${link}?done=moved` ? "moved" : status;
}
async function movesOf(link: string, count: number): Promise<void> {
  for (const time of TIMES.slice(0, count)) expect(await moved(link, time)).toBe("moved");
}
const booked = async () => (await desk.rows("appointment")).find(({ status }) => status === "booked");
const timeOf = async (): Promise<string> => (await booked()).starts_at.toISOString().slice(11, 16);
const ask = (id: string) => desk.clerk.ask("GET", `${desk.office.code}/appointments/${id}`);

test("by the link of a letter: the last time is said before, and then what stands and what can be done", async () => {
  const link = await desk.bookedOnline("09:00");
  await movesOf(link, 2);
  expect((await desk.citizen.see(link)).text).toContain("Μπορείτε να αλλάξετε την ημέρα ή την ώρα μία φορά ακόμη.");
  await holdIn(link, "10:30");
  expect((await desk.citizen.see(`${link}/move`)).text).toContain("Είναι η τελευταία φορά");
  expect((await desk.press(link, "move")).headers.location).toBe(`${link}?done=moved`);

  const page = await desk.citizen.see(link);
  expect(page.text).toContain("Έχετε αλλάξει την ώρα όσες φορές γίνεται. Το ραντεβού σας μένει όπως είναι.");
  expect(page.html).not.toMatch(/\/days"|\/wish"/);
  for (const part of ["days", `days/${DAY}`, "move", "wish"]) {
    const refused = await desk.citizen.see(`${link}/${part}`);
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining("Η ώρα δεν αλλάζει άλλη φορά")]);
    expect(refused.text).toMatch(/στις 10:30.*να το κρατήσετε, να το ακυρώσετε και να κλείσετε νέο, ή να τηλεφωνήσετε/);
    expect(refused.html).toContain(`href="${link}/cancel"`);
  }
  expect(await timeOf()).toBe("08:30");
});

test("a form that was open before, or typed by hand, moves nothing more, and holds no time", async () => {
  await world.owner.query("update move_limit set moves = 1");
  const link = await desk.bookedOnline("09:00");
  await holdIn(link, "10:00");
  const { html } = await desk.citizen.see(`${link}/move`);
  const fields = Object.fromEntries(
    [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  const { id, version } = await booked();
  await desk.act(id, "move", { body: { date: DAY, time: "12:00", queue: 1 }, version, key: randomUUID() });
  await world.owner.query(
    `update appointment_event set employee_id = null where appointment_id = $1 and kind = 'moved'`,
    [id],
  );
  const open = await desk.citizen.send(`${link}/move`, { ...fields, version: String(version + 1) });
  expect([open.status, open.text]).toEqual([409, expect.stringContaining("Το ραντεβού σας μένει όπως είναι.")]);
  const held = await desk.citizen.send(`${link}/hold`, { mark: fields.mark ?? "", at: `${DAY}T11:00` });
  expect(held.status).toBe(409);
  expect(await timeOf()).toBe("10:00");
  expect((await desk.rows("appointment")).filter(({ status }) => status === "held")).toHaveLength(1);
});

test("what staff move never counts, nor does what they take back", async () => {
  await world.owner.query("update move_limit set moves = 1");
  const link = await desk.bookedOnline("09:00");
  const { id } = await booked();
  const version = async () => (await ask(id)).body.version;
  for (const time of ["12:00", "12:15", "12:30"]) {
    const body = { date: DAY, time, queue: 1 };
    expect((await desk.act(id, "move", { body, version: await version(), key: randomUUID() })).status).toBe(200);
  }
  expect(await moved(link, "10:00")).toBe("moved");
  expect((await desk.citizen.see(`${link}/days`)).status).toBe(409);
  expect((await desk.act(id, "undo", { version: await version(), key: randomUUID() })).status).toBe(200);
  expect(await timeOf()).toBe("10:30");
  expect(await moved(link, "10:15")).toBe("moved");
  expect((await desk.citizen.see(`${link}/days`)).status).toBe(409);
});

test("of ten at once, each of which tries until it is refused, no more are moved than the ministry lets", async () => {
  const partner = await aPartner(world);
  await world.owner.query("update office set online_counter_percent = 0 where id = $1", [desk.office.id]);
  const wish = { office: desk.office.code, service: "signature", date: DAY, time: "09:00" };
  const who = { lastName: "Γιασεμίδου", firstName: "Φανή", email: desk.email };
  const { body } = await partner.ask("POST", "appointments", { body: { ...wish, ...who }, key: randomUUID() });
  expect(body.movesLeft).toBe(3);
  const seen = () => partner.ask("GET", `appointments/${body.id}`);
  const tries = async (minute: number): Promise<Reply> => {
    for (;;) {
      const { version } = (await seen()).body;
      const time = `${10 + Math.floor(minute / 4)}:${["00", "15", "30", "45"][minute % 4]}`;
      const reply = await partner.ask("POST", `appointments/${body.id}/move`, { body: { date: DAY, time }, version });
      if (![412, 503].includes(reply.status)) return reply;
    }
  };
  const replies = await Promise.all(Array.from({ length: 10 }, (_, minute) => tries(minute)));
  expect(replies.map(({ status, body: { code } }) => code ?? status).sort()).toEqual([
    ...Array.from({ length: 3 }, () => 200),
    ...Array.from({ length: 7 }, () => "moves-used-up"),
  ]);
  expect((await seen()).body.movesLeft).toBe(0);
  const made = (await desk.rows("appointment_event")).filter(({ kind }) => kind === "moved");
  expect(made).toHaveLength(3);
});

const WISH = { d1: "1", d2: "1", d3: "1", d4: "1", d5: "1", d6: "1", morning: "1", noon: "1", notice: "hours" };
async function givenUp(time: string, at: VisitDesk): Promise<void> {
  const { id, version } = await at.booked(time, { date: DAY, lastName: "Απών" });
  await at.act(id, "cancellation", { body: {}, version });
}
async function offers(): Promise<number> {
  await offerAll({ db: world.database.db, clock: () => world.now });
  await desk.delivered(0);
  return (await world.owner.query("select from earlier_offer where outcome is null")).rowCount ?? 0;
}

test("an earlier time that is taken counts, also in another office, and goes along there", async () => {
  const there = await aVisitDesk(world);
  await world.owner.query(
    `update office set longitude = 23.7, settings_version = settings_version + 1,
       latitude = case id when $1 then 38.00 else 38.02 end where id in ($1, $2)`,
    [desk.office.id, there.office.id],
  );
  const link = await desk.bookedOnline("14:00");
  expect(await moved(link, "13:00")).toBe("moved");
  await desk.delivered(0);
  expect((await desk.press(link, "wish", { ...WISH, [`o${there.office.code}`]: "1" })).status).toBe(303);
  await givenUp("09:00", there);
  expect(await offers()).toBe(1);
  const mail = desk.linkTo(desk.email);
  expect((await desk.citizen.see(`${mail}/offer`)).text).not.toContain("Είναι η τελευταία φορά");
  const next = String((await desk.press(mail, "offer")).headers.location).replace(/\?.*/, "");
  expect((await desk.citizen.see(next)).text).toContain("μία φορά ακόμη");
  const { rows } = await world.owner.query("select moves_before from appointment_event where office_id = $1", [
    there.office.id,
  ]);
  expect(rows).toContainEqual({ moves_before: 1 });
  await there.press(next, "hold", { at: `${DAY}T10:00` }, `days/${DAY}`);
  expect((await there.press(next, "move")).headers.location).toBe(`${next}?done=moved`);
  expect((await there.citizen.see(`${next}/days`)).status).toBe(409);
  await there.close();
});

test("whoever may move no more is offered no earlier time, and takes none that was offered before", async () => {
  await world.owner.query("update move_limit set moves = 2");
  const link = await desk.bookedOnline("14:00");
  await desk.delivered(0);
  expect((await desk.press(link, "wish", { ...WISH, [`o${desk.office.code}`]: "1" })).status).toBe(303);
  expect(await moved(link, "13:00")).toBe("moved");
  await desk.delivered();
  await givenUp("09:00", desk);
  expect(await offers()).toBe(1);
  const mail = desk.linkTo(desk.email);
  const fields = await desk.citizen.see(`${mail}/offer`);
  expect(fields.text).toContain("Είναι η τελευταία φορά");
  await world.owner.query("update move_limit set moves = 1");
  const sent = Object.fromEntries(
    [...fields.html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  for (const reply of [await desk.citizen.see(`${mail}/offer`), await desk.citizen.send(`${mail}/offer`, sent)])
    expect([reply.status, reply.text]).toEqual([409, expect.stringContaining("Η ώρα δεν αλλάζει άλλη φορά")]);
  expect(await timeOf()).toBe("11:00");
  await setClock(world, world.now.add({ minutes: 61 }));
  await givenUp("09:30", desk);
  expect(await offers()).toBe(0);
  await world.owner.query("update move_limit set moves = 2");
  expect(await offers()).toBe(1);
});
