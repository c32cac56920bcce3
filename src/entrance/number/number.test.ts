import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCitizen } from "../../../test/citizen.ts";
import { anEntranceScreen, type EntranceScreen } from "../../../test/entrance-screen.ts";
import { aHead } from "../../../test/office-head.ts";
import { aWaitingDesk, type WaitingDesk } from "../../../test/waiting-desk.ts";
import { aWorld, NOW, type World } from "../../../test/world.ts";

/** Numbers at the entrance, for who comes without an appointment and for who comes with one. */

let world: World;
let desk: WaitingDesk;
let screen: EntranceScreen;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = NOW;
  desk = await aWaitingDesk(world);
  screen = await anEntranceScreen(world, desk.office);
});

const clock = (time: string) => {
  world.now = Temporal.PlainDateTime.from(`2026-11-24T${time}`).toZonedDateTime("Europe/Athens").toInstant();
};
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const ticketRows = async () =>
  (
    await world.owner.query(
      "select letter || lpad(number::text, 3, '0') as number, service, service_group, issued_by, status from ticket where office_id = $1 order by issued_at, number",
      [desk.office.id],
    )
  ).rows;

test("one press by what is needed is a number, of nobody and without a guess at the service", async () => {
  await desk.number();
  const first = await screen.see("/entrance");
  expect(plain(first.text)).toContain("Δεν έχω ραντεβού Πάρτε αριθμό για σήμερα. Τώρα περιμένει 1 άτομο.");
  expect((await screen.see("/entrance/number")).text).toContain("Τι χρειάζεστε; ");
  const { status, text, html } = await screen.press("other");
  expect([status, plain(text)]).toEqual([200, expect.stringContaining("Ο αριθμός σας Α 002")]);
  expect(plain(text)).toContain("Μπροστά σας 1 άτομο");
  expect(plain(text)).toContain(
    "Κάθε θυρίδα καλεί όποιον είναι εδώ με τη νωρίτερη ώρα ραντεβού ή άφιξης. Άφιξη χωρίς ραντεβού, ή πάνω από 10 λεπτά αργά, μετρά 15 λεπτά αργότερα, εκτός προτεραιότητας.",
  );
  expect(html).toContain('data-clears="20" data-first="/entrance"');
  expect(html).not.toContain(screen.key());
  expect(await ticketRows()).toEqual([
    expect.objectContaining({ number: "Α001", service: "signature" }),
    { number: "Α002", service: null, service_group: "other", issued_by: null, status: "arrived" },
  ]);
  const [, given] = await desk.tickets();
  expect(given).toMatchObject({ number: "Α002", service: null, serviceGroup: "other" });
  const { rows } = await world.owner.query(
    "select employee_id from audit_entry where office_id = $1 and act = 'ticket-issued' order by at",
    [desk.office.id],
  );
  expect(rows.at(-1)).toEqual({ employee_id: null });
});

test("twenty presses at once, going back, and a press whose answer was lost are one number", async () => {
  const pages = await Promise.all(Array.from({ length: 20 }, () => screen.press()));
  expect(new Set(pages.map(({ status, text }) => `${status} ${plain(text).includes("Ο αριθμός σας Α 001")}`))).toEqual(
    new Set(["200 true"]),
  );
  expect((await screen.see("/entrance/number")).text).toContain("Ο αριθμός σας");
  await screen.press("vehicles");
  expect(await ticketRows()).toHaveLength(1);
  expect(plain((await screen.take()).text)).toContain("Ο αριθμός σας Α 002");
});

test("two screens never give one number", async () => {
  const other = await anEntranceScreen(world, desk.office);
  await Promise.all([screen.press(), other.press(), desk.issue()]);
  expect((await ticketRows()).map(({ number }) => number)).toEqual(["Α001", "Α002", "Α003"]);
});

test("who will not wait gives it up at once: it is taken back, given to nobody else, and can't be given up for another", async () => {
  await screen.press();
  expect((await screen.send("/entrance/number/leave", {})).text).toContain("Ο αριθμός δεν ισχύει πια");
  expect((await screen.send("/entrance/number/leave", {})).status).toBe(200);
  expect((await screen.press()).text).toContain("Ο αριθμός δεν ισχύει πια");
  expect(plain((await screen.take()).text)).toContain("Α 002");
  expect((await ticketRows()).map(({ status }) => status)).toEqual(["withdrawn", "arrived"]);
  const [waiting] = (await desk.tickets()).filter(({ number }: { number: string }) => number === "Α002");
  await desk.onTicket(waiting.id, "call", 1, { queue: 1 });
  await screen.send("/entrance/number/leave", {});
  expect((await ticketRows()).map(({ status }) => status)).toEqual(["withdrawn", "arrived"]);
  expect((await desk.tickets()).at(-1).calledAt).not.toBeNull();
});

test("who comes with an appointment is told the number by which they are called", async () => {
  const { reference } = await desk.booked("10:45");
  await screen.see("/entrance");
  const { text } = await screen.send("/entrance", { code: reference, ok: "1" });
  expect(plain(text)).toContain("Σημειώσαμε ότι ήρθατε Το ραντεβού σας είναι στις 10:45.");
  expect(plain(text)).toContain("Ο αριθμός σας Β 101");
  const first = screen.key();
  await screen.send("/entrance", { code: reference, ok: "1" });
  expect(screen.key()).toBe(first);
  // Whoever comes next without the first page between has a place of their own.
  const other = await desk.booked("10:45", { queue: 2 });
  expect(plain((await screen.send("/entrance", { code: other.reference, ok: "1" })).text)).toContain("Β 102");
  expect(screen.key()).not.toBe(first);
});

test("an office that gives none at the entrance, a screen that was removed, and another kind of screen give none", async () => {
  const { key } = screen;
  await world.owner.query("update office set tickets_at_entrance = false where id = $1", [desk.office.id]);
  expect((await screen.press()).status).toBe(303);
  expect((await screen.see("/entrance")).text).toContain("Ρωτήστε στη θυρίδα.");
  await world.owner.query("update office set tickets_at_entrance = true where id = $1", [desk.office.id]);
  await world.owner.query("update entrance_screen set kind = 'display' where id = $1", [screen.id]);
  expect((await screen.press()).status).toBe(404);
  await world.owner.query("update entrance_screen set kind = 'entrance' where id = $1", [screen.id]);
  const head = await aHead(world, desk.office);
  await head.ask("DELETE", `/api/offices/${desk.office.code}/entrance-screens/${screen.id}`);
  expect((await screen.press()).status).toBe(404);
  const gone = await screen.send("/entrance/number/leave", {});
  expect([gone.status, gone.text.includes("Η οθόνη δεν χρησιμοποιείται")]).toEqual([404, true]);
  expect((await aCitizen(world).send("/entrance/number", { group: "other" })).status).toBe(404);
  expect(key()).not.toBe("");
  expect(await ticketRows()).toEqual([]);
});

test("a screen gives no more than an honest crowd takes, and the next minute again", async () => {
  const answers = [];
  for (let person = 0; person < 31; person++) answers.push((await screen.take()).status);
  expect(answers.filter((status) => status === 429)).toHaveLength(1);
  expect((await screen.see("/entrance")).status).toBe(200);
  world.now = world.now.add({ minutes: 1, seconds: 1 });
  expect((await screen.take()).status).toBe(200);
});

test("in each language, and what was sent without sense is something else", async () => {
  await world.owner.query("update citizen_language set is_on = true").catch(() => undefined);
  expect(plain((await screen.take("certificates", "/en")).text)).toContain("Your number Α 001");
  expect(plain((await screen.take("<script>")).text)).toContain("Α 002");
  expect((await ticketRows())[1]).toMatchObject({ service_group: "other" });
});

test("a group is a button once the ministry has said what belongs to it; the rest is something else", async () => {
  const buttons = async () => {
    await screen.see("/entrance");
    const { html } = await screen.see("/entrance/number");
    return [...html.matchAll(/name="group" value="([a-z]+)"/g)].map(([, name]) => name);
  };
  expect(await buttons()).toEqual(["other"]);
  await world.owner.query(
    "update service set entrance_group = case code when 'vehicle' then 'vehicles' else 'other' end",
  );
  expect(await buttons()).toEqual(["vehicles", "other"]);
  expect(plain((await screen.see("/entrance/number")).text)).toContain("Οχήματα περίπου 30 λεπτά");
  await world.owner.query("update service set entrance_group = null");
});

test("printed where the head says so: black, and the same number once more on paper", async () => {
  expect((await screen.take()).html).not.toContain("kpaper");
  await world.owner.query("update office set tickets_printed = true where id = $1", [desk.office.id]);
  const { html, text } = await screen.take();
  expect(html).toMatch(/data-print="Ο αριθμός σας Α\u00a0002"/);
  expect(plain(text)).toContain(
    "Ο αριθμός μετρά σαν ραντεβού για τις 10:57. Αν δεν είστε εδώ, σας καλούμε ξανά μία φορά, μετά από 3′.",
  );
  expect(plain(text)).toContain("Εκτίμηση δεν δίνουμε ακόμη Μετρήθηκαν λιγότερες από 10 ημέρες");
});

test("ten measured days give a range with its minute", async () => {
  for (let day = 1; day <= 10; day++)
    await world.owner.query(
      `with measured as (insert into day_measure (office_id, date, measure, class, half_hours)
         values ($1, date '2026-11-24' - $2::integer, 'wait', 'walk-in', '{"20": {"10": 5, "20": 4, "45": 1}}'))
       insert into day_completeness values ($1, date '2026-11-24' - $2::integer, 10, 9, 0, 0, 0)`,
      [desk.office.id, day],
    );
  const { text } = await screen.take();
  expect(plain(text)).toContain("Εκτίμηση στις 10:42 10 έως 20 λεπτά");
});

test("when the day can serve nobody more, that is said, recorded, and no number; the clerk gives one all the same", async () => {
  await desk.number();
  clock("14:58");
  const { status, text } = await screen.take();
  expect([status, plain(text)]).toEqual([200, expect.stringContaining("Δεν δίνονται άλλοι αριθμοί σήμερα")]);
  expect(plain(text)).toContain("Τώρα περιμένει 1 άτομο. Οι θυρίδες κλείνουν στις");
  await screen.press();
  expect((await ticketRows()).map(({ status: is }) => is)).toEqual(["arrived", "turned-away"]);
  const clerk = await world.aClerk(desk.office);
  const issued = await clerk.ask("POST", `/api/offices/${desk.office.code}/tickets`, {
    body: { service: "signature" },
    key: randomUUID(),
  });
  expect(issued.status).toBe(201);
  clock("21:00");
  expect(plain((await screen.take()).text)).toContain("Οι θυρίδες έχουν κλείσει για σήμερα.");
});
