import { randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aVisitDesk, type VisitDesk } from "../../../test/visit-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

/** What links are worth: nothing in anybody's hands but their citizen's, and nothing when the visit is over. */

let world: World;
let desk: VisitDesk;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aVisitDesk(world);
});
afterEach(() => desk.close());

const PARTS = ["", "/days", "/days/2026-11-25", "/move", "/cancel", "/cancelled", "/address", "/coming", "/seen"];
const ALL_PARTS = [...PARTS, "/calendar.ics", "/done", "/deleted", "?done=moved"];
const TABLES = ["appointment", "appointment_link", "booking_form", "mail", "appointment_event", "audit_entry"];
const contents = async () =>
  Promise.all(
    TABLES.map(async (table) => (await world.owner.query(`select * from ${table} order by ${table}::text`)).rows),
  );
const anything = (method: "GET" | "HEAD" | "POST", url: string, payload?: string) =>
  world.app.inject({
    method,
    url,
    ...(payload !== undefined && { payload, headers: { "content-type": "application/x-www-form-urlencoded" } }),
  });

test("whoever follows links, or sends forms that are none of ours, changes nothing", async () => {
  const links = [await desk.asked("09:00"), await desk.bookedOnline("10:00", `two${desk.email}`)];
  await desk.press(links[1] as string, "hold", { at: "2026-11-25T11:00" }, "days/2026-11-25");
  const before = await contents();
  for (const link of links) {
    for (const part of ALL_PARTS)
      for (const method of ["GET", "HEAD"] as const)
        expect((await anything(method, link + part)).statusCode).toBeLessThan(500);
    for (const act of ["confirm", "not-mine", "again", "cancel", "move", "address", "coming", "hold", "extend"])
      for (const payload of ["", "version=1&at=2026-11-25T09:00&email=a@example.gr", "mark=abc"])
        expect((await anything("POST", `${link}/${act}`, payload)).statusCode).toBe(403);
  }
  expect(await contents()).toEqual(before);
});

/** More of them in `npm run trust` */
const FORGED = Number(process.env.FORGED_LINKS ?? 300);

test("no forged link opens anything, and it is told like one that is over", async () => {
  await desk.bookedOnline();
  const answers = new Set<string>();
  for (let count = 0; count < FORGED; count++) {
    const token = count % 10 === 0 ? "short" : randomBytes(32).toString("base64url");
    const { statusCode, body } = await anything("GET", `/link/${token}${PARTS[count % PARTS.length]}`);
    answers.add(`${statusCode} ${body}`);
  }
  expect(answers.size).toBe(1);
  expect([...answers][0]).toContain("Ο σύνδεσμος δεν ισχύει πια");
}, 600_000);

test("a link dies with the visit", async () => {
  const link = await desk.bookedOnline("09:00");
  const open = async () => (await desk.citizen.see(link)).status;
  expect(await open()).toBe(200);
  const { html } = await desk.citizen.see(`${link}/coming`);
  world.now = Temporal.Instant.from("2026-11-25T09:14:00+02:00");
  expect(await open()).toBe(200);
  world.now = Temporal.Instant.from("2026-11-25T09:15:00+02:00");
  expect(await open()).toBe(404);
  const mark = /name="mark" value="([^"]*)"/.exec(html)?.[1] ?? "";
  expect((await desk.citizen.send(`${link}/coming`, { mark })).status, "the answer comes too late").toBe(404);
});

test("of another office nothing is seen or changed, though the tokens are next to each other", async () => {
  const other = await aVisitDesk(world);
  const [mine, theirs] = [await desk.bookedOnline("09:00"), await other.bookedOnline("09:00")];
  await desk.press(mine, "cancel");
  expect((await desk.citizen.see(theirs)).text).toContain(`ΚΕΠ Δοκιμής ${other.office.code}`);
  const [row] = await other.rows("appointment");
  expect(row.status).toBe("booked");
  await other.close();
});

test("what is made anonymous has no links any more", async () => {
  const link = await desk.bookedOnline("09:00");
  expect((await desk.rows("appointment_link")).length).toBeGreaterThan(1);
  const [{ id }] = await desk.rows("appointment");
  await world.owner.query("select anonymize($1, array[$2::uuid], $3)", [desk.office.id, id, NOW.toString()]);
  expect(await desk.rows("appointment_link")).toEqual([]);
  expect((await desk.citizen.see(link)).status).toBe(404);
});

test("letters of an appointment carry the link only where citizens book", async () => {
  await desk.booked("09:00", { date: "2026-11-25", email: `desk${desk.email}` });
  await desk.delivered();
  expect((await desk.citizen.see(desk.linkTo(`desk${desk.email}`))).status).toBe(200);
  await world.owner.query("delete from public_booking");
  await desk.booked("10:00", { date: "2026-11-25", email: `shut${desk.email}` });
  await desk.delivered();
  const text = desk.smtp.messages(`shut${desk.email}`).at(-1)?.text;
  expect(text).not.toContain("/link/");
  expect(text).toContain("Για άλλη ώρα ή ακύρωση επικοινωνήστε με το ΚΕΠ");
});

test("the reminder asks, and its button leads to a page that asks once more", async () => {
  await desk.bookedOnline("09:00");
  await desk.delivered();
  world.now = Temporal.Instant.from("2026-11-24T18:00:00+02:00");
  await desk.planByClock();
  await desk.delivered(1);
  const text = desk.smtp.messages(desk.email).at(-1)?.text ?? "";
  const coming = /Θα έρθω:\nhttps:\/\/visits\.example(\S+)\/coming/.exec(text)?.[1] ?? "";
  expect((await desk.citizen.see(`${coming}/coming`)).text).toContain("Θα έρθετε;");
  const said = await desk.press(coming, "coming");
  expect((await desk.citizen.see(String(said.headers.location))).text).toContain("Σας περιμένουμε.");
});
