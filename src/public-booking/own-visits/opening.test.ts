import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deskOf } from "../../../test/booking-desk.ts";
import { aCitizen, type Citizen } from "../../../test/citizen.ts";
import { BY_WORKERS, doctorsFindings } from "../../../test/doctor.ts";
import {
  anOwnVisitsWorld,
  DAY,
  hiddenIn,
  LIST,
  type OwnVisitsWorld,
  open,
  press,
  pressable,
} from "../../../test/own-visits.ts";
import { NOW, type TestOffice } from "../../../test/world.ts";
import { releaseAll } from "../hold/start-releasing.ts";

/** What is done from «Τα ραντεβού μου»: by the same links as letters bring, for as long as somebody is signed in. */

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
  await own.world.owner.query("delete from visit_owner");
  await own.world.owner.query("delete from online_person");
  await own.booked("fani", office, "10:00");
  citizen = await own.signedIn("fani");
});

const row = async () =>
  (await own.world.owner.query("select * from appointment where office_id = $1 and status <> 'expired'", [office.id]))
    .rows[0];
const acts = async () =>
  (
    await own.world.owner.query("select act, employee_id from audit_entry where office_id = $1 order by at, id", [
      office.id,
    ])
  ).rows;

describe("one's own", () => {
  test("seen with slip and calendar, and its trail says that it was opened, and by no employee", async () => {
    const link = await open(citizen);
    const page = await citizen.see(link);
    expect(page.text).toMatch(/Το ραντεβού σας .*ΓΙΑΣΕΜΙΔΟΥ ΦΑΝΗ/);
    expect(page.html).toContain(`<a class="back" href="${LIST}">`);
    expect((await citizen.see(`${link}/calendar.ics`)).html).toContain("BEGIN:VEVENT");
    expect((await citizen.see(`${link}/done`)).html).toContain("code2");
    expect(await acts()).toContainEqual({ act: "appointment-opened", employee_id: null });
    expect((await citizen.see(`${link}/seen`)).text).toContain("Πολίτης, με σύνδεση");
    const seen = await citizen.see(`${LIST}/seen`);
    expect(seen.text).toMatch(/Πολίτης, με σύνδεση Άνοιγμα του ραντεβού.*Κωδικός ραντεβού/);
  });

  test("moved, and cancelled, pressed twice: once", async () => {
    const days = await open(citizen, "days");
    expect(days).toMatch(/^\/link\/[\w-]{43}\/days$/);
    const link = days.replace(/\/days$/, "");
    await press(citizen, `${days}/2026-11-26`, { at: "2026-11-26T09:00" }, `${link}/hold`);
    const moved = await press(citizen, `${link}/move`);
    expect(moved.headers.location).toBe(`${link}?done=moved`);
    expect((await row()).starts_at.toISOString()).toBe("2026-11-26T07:00:00.000Z");
    expect((await citizen.see(LIST)).text).toContain("Πέμπτη 26 Νοεμβρίου στις 09:00");
    const cancel = await open(citizen, "cancel");
    const fields = hiddenIn(await citizen.see(cancel));
    const pressed = await Promise.all([citizen.send(cancel, fields), citizen.send(cancel, fields)]);
    expect(pressed.map(({ headers }) => headers.location)).toEqual([`${cancel}led`, `${cancel}led`]);
    expect((await row()).status).toBe("cancelled");
    expect((await acts()).filter(({ act }) => act === "appointment-cancelled")).toHaveLength(1);
    expect((await citizen.see(`${cancel}led`)).text).toContain("Όλα τα ραντεβού μου");
    expect(await doctorsFindings(own.world.database.ownerUrl, own.world.now, BY_WORKERS)).toEqual([]);
  });

  test("a card that was left open: what became of it since is said before anything is done", async () => {
    const desk = deskOf(office, await own.world.aClerk(office));
    const { id, version } = await row();
    const [visit = ""] = pressable(await citizen.see(LIST), "cancel");
    const cancel = await open(citizen, "cancel");
    const { html } = await citizen.see(cancel);
    const seen = /name="version" value="(\d+)"/.exec(html)?.[1] ?? "";
    const mark = /name="mark" value="([^"]+)"/.exec(html)?.[1] ?? "";
    const moved = await desk.move(id, { date: DAY, time: "12:00", queue: 1 }, version);
    const stale = await citizen.send(cancel, { mark, version: seen });
    expect([stale.status, stale.text]).toEqual([412, expect.stringContaining("Το ραντεβού άλλαξε στο μεταξύ")]);
    await desk.act(id, "cancellation", { version: moved.body.version });
    await own.world.owner.query("update office set phone = '+302105550120' where id = $1", [office.id]);
    const { headers } = await citizen.send(`${LIST}/open`, { visit });
    expect((await citizen.see(String(headers.location).replace(/\/cancel$/, ""))).headers.location).toMatch(
      /\/cancelled$/,
    );
    const told = await citizen.see(String(headers.location).replace(/\/cancel$/, "/cancelled"));
    expect(told.text).toContain("Το ακύρωσε το ΚΕΠ.");
    expect(told.text).toMatch(/Χρειάζεστε βοήθεια;.*210 555 0120/);
  });

  test("cancelled by the office at the same moment, in another process: once, and both are told", async () => {
    const desk = deskOf(office, await own.world.aClerk(office));
    const { id, version } = await row();
    const other = aCitizen({ app: await own.world.another() });
    other.keep("__Host-mine", citizen.kept("__Host-mine") ?? "");
    const cancel = await open(other, "cancel");
    const fields = hiddenIn(await other.see(cancel));
    const [pressed, clerks] = await Promise.all([
      other.send(cancel, fields),
      desk.act(id, "cancellation", { version }),
    ]);
    expect([303, 409, 412]).toContain(pressed?.status);
    expect([200, 409, 412]).toContain(clerks?.status);
    expect((await row()).status).toBe("cancelled");
    expect((await acts()).filter(({ act }) => act === "appointment-cancelled")).toHaveLength(1);
  });

  test("a relative's that is over: its card and the pages that were left open say so, with who came and the telephone", async () => {
    await own.world.owner.query("update office set phone = '+302105550120' where id = $1", [office.id]);
    const relative = await own.anOpenOffice();
    await own.world.owner.query("update office set phone = '+302105550121' where id = $1", [relative.id]);
    await own.world.owner.query("delete from visit_owner");
    const names = { lastName: "Γιασεμίδης", firstName: "Θωμάς" };
    await own.booked("fani", relative, "09:00", { who: "relative", ...names });
    const [visit = ""] = pressable(await citizen.see(LIST), "days");
    const link = await open(citizen);
    const fields = hiddenIn(await citizen.see(`${link}/cancel`));
    await own.world.owner.query(
      "update appointment set status = 'no-show' where office_id = $1 and status = 'booked'",
      [relative.id],
    );
    const pages = [
      ...(await Promise.all(
        ["", "/days", `/days/${DAY}`, "/cancel", "/seen", "/calendar.ics"].map((part) => citizen.see(`${link}${part}`)),
      )),
      await citizen.send(`${link}/cancel`, fields),
      await citizen.send(`${link}/hold`, { ...fields, at: `${DAY}T10:00` }),
    ];
    for (const { status, text, html } of pages) {
      expect([status, text.includes("Το ραντεβού αυτό έχει περάσει"), text.includes("Γιασεμίδης Θωμάς")]).toEqual([
        404,
        true,
        true,
      ]);
      expect(html).toContain('href="tel:+302105550121"');
    }
    const pressed = await citizen.send(`${LIST}/open`, { visit });
    expect((await citizen.see(String(pressed.headers.location))).text).toContain("Το ραντεβού αυτό έχει περάσει");
    // Once the sign-in has ended nothing is told of it.
    await citizen.send(`${LIST}/out`, {});
    const ended = await citizen.see(link);
    expect([ended.status, ended.text.includes("Ο σύνδεσμος δεν ισχύει πια"), ended.text.includes("Θωμάς")]).toEqual([
      404,
      true,
      false,
    ]);
  });

  test("one that was forgotten meanwhile is gone, for its card as well", async () => {
    const [visit = ""] = pressable(await citizen.see(LIST), "");
    await own.world.owner.query("select anonymize($1, array[$2::uuid], now())", [office.id, (await row()).id]);
    const page = await citizen.send(`${LIST}/open`, { visit });
    expect(page.status).toBe(404);
    expect((await citizen.see(LIST)).text).toContain("Δεν βρήκαμε ραντεβού σας που ισχύει.");
  });

  test("a link is made for whoever is signed in alone, and only once a card is pressed", async () => {
    const { rows } = await own.world.owner.query(
      "select session is null as free from appointment_link where office_id = $1",
      [office.id],
    );
    expect(rows).toEqual([]);
    await open(citizen);
    const links = await own.world.owner.query(
      "select session is null as free from appointment_link where office_id = $1",
      [office.id],
    );
    expect(links.rows).toEqual([{ free: false }]);
  });
});

describe("nobody else's", () => {
  test("another person, an unknown appointment, and a card of nonsense open nothing", async () => {
    const [visit = ""] = pressable(await citizen.see(LIST), "");
    const other = await own.signedIn("menelaos");
    for (const text of [visit, visit.replace(/^\d+/, "999999"), `${office.id} ${crypto.randomUUID()} `, "x", ""]) {
      const page = await other.send(`${LIST}/open`, { visit: text });
      expect([text, page.status]).toEqual([text, 404]);
    }
    const nobody = await aCitizen(own.world).send(`${LIST}/open`, { visit });
    expect(nobody.headers.location).toBe(`${LIST}?note=over`);
    expect(
      (await own.world.owner.query("select from appointment_link where office_id = $1", [office.id])).rows,
    ).toEqual([]);
  });

  test.each([
    ["«Έξοδος»", () => citizen.send(`${LIST}/out`, {})],
    ["«Τέλος, κοινόχρηστη συσκευή»", () => citizen.send("/book/end", {})],
    ["half an hour", () => own.setTime(NOW.add({ minutes: 30 }))],
    ["another person's sign-in", () => own.signedIn("menelaos", citizen)],
  ])("%s ends it: no page and no link of before leads anywhere", async (_name, end) => {
    const link = await open(citizen);
    const before = citizen.kept("__Host-mine") ?? "";
    expect((await citizen.see(link)).status).toBe(200);
    const ended = await end();
    if (ended && "headers" in ended) expect(String(ended.headers.location)).toContain(own.taxisnet.origin);
    const thief = aCitizen(own.world);
    thief.keep("__Host-mine", before);
    for (const path of ["", "/days", "/cancel", "/done", "/seen", "/calendar.ics"])
      expect([path, (await thief.see(`${link}${path}`)).status]).toEqual([path, 404]);
    expect((await thief.see(link)).text).toContain("Τα ραντεβού μου");
    expect((await thief.see(link.replace("/link/", "/line/"))).status).toBe(404);
    expect((await thief.see(LIST)).html).not.toContain('name="visit"');
    expect((await row()).status).toBe("booked");
  });

  test("what is over is deleted, with the links that were made for it", async () => {
    await open(citizen);
    await own.setTime(NOW.add({ minutes: 31 }));
    const { db } = own.world.database;
    await releaseAll({ db, clock: () => own.world.now });
    const { rows } = await own.world.owner.query(
      "select (select count(*) from citizen_session)::int as sessions, (select count(*) from appointment_link)::int as links",
    );
    expect(rows).toEqual([{ sessions: 0, links: 0 }]);
  });

  test("a form of another site's page is refused, where the browser does not say from where it came", async () => {
    const headers = {
      cookie: `__Host-mine=${citizen.kept("__Host-mine")}`,
      "content-type": "application/x-www-form-urlencoded",
    };
    const sent = (payload: string) => own.world.app.inject({ method: "POST", url: `${LIST}/out`, headers, payload });
    expect((await sent("mark=x")).statusCode).toBe(403);
    expect((await citizen.see(LIST)).html).toContain('name="visit"');
    const { mark = "" } = hiddenIn(await citizen.see(LIST));
    expect((await sent(`mark=${mark}`)).statusCode).toBe(303);
  });
});
