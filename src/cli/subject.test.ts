import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk } from "../../test/booking-desk.ts";
import { waits } from "../../test/waiting.ts";
import { aWorld, type World } from "../../test/world.ts";
import { openOwner } from "../platform/database/owner.ts";
import { systemClock } from "../platform/time.ts";
import { applyRetention } from "../retention/apply.ts";
import { visits } from "./visits.ts";

let world: World;
let folder: string;
let here: BookingDesk;
let there: BookingDesk;
beforeAll(async () => {
  world = await aWorld();
});
beforeEach(async () => {
  // With all that is told of an appointment, whichever table comes to tell it.
  await world.owner.query("truncate appointment, appointment_word, idempotency_key cascade");
  folder = await mkdtemp(join(tmpdir(), "visits-subject-"));
  [here, there] = [await aBookingDesk(world), await aBookingDesk(world)];
});
afterEach(() => rm(folder, { recursive: true }));
afterAll(() => world.close());

async function run(...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const { appUrl, ownerUrl } = world.database;
  const environment = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: join(folder, "data") };
  const terminal = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await visits(argv, environment, terminal);
  return { code, out: out.join("\n"), err: err.join("\n") };
}

const ELENI = { phone: "6944123456", email: "eleni@example.gr", notes: "με το παιδί" };
/** The clock of the commands is the machine's: as if the visits of the world's day were over */
const over = () => world.owner.query("update appointment set status = 'served'");
const names = async () =>
  (await world.owner.query("select last_name from appointment order by starts_at, last_name")).rows.map(
    ({ last_name }) => last_name,
  );

const recorded = async () =>
  (
    await world.owner.query(
      "select employee_id, act, details from audit_entry where office_id = any ($1) and act like 'subject%'",
      [[here.office.id, there.office.id]],
    )
  ).rows;

describe("finding a person", () => {
  test.each([
    ["by name, in any spelling", ["--name", "papadopoulou eleni"]],
    ["by a name that is written apart", ["--name", "Ελένη Παπα δοπούλου"]],
    ["by a name in three parts", ["--name", "Παπα δο πούλου"]],
    ["by telephone", ["--phone", "694 412 3456"]],
    ["by e-mail", ["--email", "ELENI@example.gr"]],
    ["by all of it", ["--name", "Ελένη", "--phone", "+306944123456"]],
  ])("%s: in all offices, with enough to tell people apart, and nothing happens", async (_, wish) => {
    const first = await here.booked("11:30", ELENI);
    const second = await there.booked("12:00", ELENI);
    await here.booked("13:00", { lastName: "Ανδρέου", phone: "2101234567" });
    const { code, out } = await run("subject", "erase", ...wish);
    const spaced = (reference: string) => reference.replace(/(\d{3})(?=\d)/g, "$1 ");
    expect([code, ...out.split("\n")]).toEqual([
      0,
      `${here.office.code} · 2026-11-24 11:30 · ${spaced(first.reference)} · Αναμένεται · ΠΑΠΑΔΟΠΟΥΛΟΥ Ελένη · …3456`,
      `${there.office.code} · 2026-11-24 12:00 · ${spaced(second.reference)} · Αναμένεται · ΠΑΠΑΔΟΠΟΥΛΟΥ Ελένη · …3456`,
      expect.stringMatching(/^Βρέθηκαν 2 ραντεβού/),
    ]);
    expect(await names()).toEqual(["Παπαδοπούλου", "Παπαδοπούλου", "Ανδρέου"]);
  });

  test.each([
    ["Χατζη-Πέτρου", "Χατζηπέτρου Νίκος"],
    ["Χατζη-Πέτρου", "Νίκος Χατζη Πέτρου"],
    ["Χατζηπέτρου", "Χατζη Πέτρου"],
    ["Χατζηπέτρου", "Πέτρου Νίκος"],
  ])("%s is found as «%s», as at the counter; who has only a part of it is not", async (lastName, name) => {
    const { reference } = await here.booked("11:30", { lastName, firstName: "Νίκος" });
    await here.booked("12:00", { lastName: "Χατζής", firstName: "Νίκος" });
    const { code, out } = await run("subject", "erase", "--name", name);
    expect([code, out.split("\n").length]).toEqual([0, 2]);
    expect(out.replaceAll(" ", "")).toContain(reference);
  });

  test("who only comes along is told as such: of whose appointment it is nothing is given out, and the name alone erased", async () => {
    const companions = [{ lastName: "Γιασεμίδης", firstName: "Θωμάς", services: ["signature"] }];
    const { reference } = await here.booked("11:30", { ...ELENI, companions });
    const own = await here.booked("12:30", { lastName: "Γιασεμίδης", firstName: "Θωμάς" });
    await over();
    const to = join(folder, "out");
    const given = await run("subject", "export", "--name", "Γιασεμίδης", "--to", to, "--yes");
    expect([given.code, given.err]).toEqual([0, expect.stringContaining(`(${reference}) έρχεται μαζί με άλλον`)]);
    const seen = await run("subject", "erase", "--name", "Θωμάς Γιασεμίδης");
    expect([seen.code, seen.err]).toEqual([0, ""]);
    expect(seen.out).toContain("ΠΑΠΑΔΟΠΟΥΛΟΥ Ελένη · …3456 · μαζί ΓΙΑΣΕΜΙΔΗΣ Θωμάς");
    expect(seen.out).toContain(`(${reference}) έρχεται μαζί με άλλον: σβήνεται μόνο το όνομά του`);
    expect(await names()).toEqual(["Παπαδοπούλου", "Γιασεμίδης"]);
    const { appointments } = JSON.parse(await readFile(join(to, "subject.json"), "utf8"));
    expect(appointments.map(({ appointment }: { appointment: { id: string } }) => appointment.id)).toEqual([own.id]);
    // Some words of the one and some of the other are nobody's name.
    expect((await run("subject", "erase", "--name", "Ελένη Γιασεμίδη", "--yes")).code).toBe(1);
    const erased = await run("subject", "erase", "--name", "Γιασεμίδης Θωμάς", "--yes");
    expect([erased.code, ...erased.out.split("\n").slice(-2)]).toEqual([
      0,
      "Έγινε ανώνυμο 1 ραντεβού, οριστικά.",
      "Σβήστηκε το όνομα από 1\u00a0ραντεβού άλλου, οριστικά.",
    ]);
    expect(await names()).toEqual(["Παπαδοπούλου", ""]);
    expect((await run("subject", "erase", "--name", "Γιασεμίδης")).code).toBe(1);
    expect((await run("subject", "erase", "--name", "Παπαδοπούλου", "--phone", "6944123456", "--yes")).code).toBe(0);
  });

  test("by the tax number of a business, and by what stood there once", async () => {
    const business = { party: "business", business: { name: "Άλφα ΑΕ", afm: "094014201" } };
    const { id } = await here.booked("11:30", { ...ELENI, ...business });
    expect((await run("subject", "export", "--afm", "EL 094014201")).out).toContain("Άλφα ΑΕ");
    await here.change(id, { phone: "2101234567", email: null }, 1);
    for (const wish of [
      ["--phone", "6944123456"],
      ["--email", "eleni@example.gr"],
    ])
      expect((await run("subject", "export", ...wish)).out).toContain("…4567");
  });

  test.each<[string, string[], number, RegExp]>([
    ["an unknown person", ["--name", "Άγνωστος"], 1, /Δεν βρέθηκε ραντεβού.*Δεν άλλαξε τίποτα/],
    ["nothing to go by", [], 2, /--name, --phone, --email, --afm/],
    ["a number that is none", ["--phone", "123"], 2, /--phone δεν είναι έγκυρος/],
    ["a wrong tax number", ["--afm", "094014202"], 2, /--afm δεν είναι έγκυρο/],
    ["a reference that is not the person's", ["--name", "Ελένη", "--references", "123456789"], 1, /123456789/],
  ])("%s is refused in words, and nothing changes", async (_, wish, expected, words) => {
    await here.booked("11:30", ELENI);
    await over();
    const { code, err } = await run("subject", "erase", ...wish, "--yes");
    expect(code).toBe(expected);
    expect(err).toMatch(words);
    expect(await names()).toEqual(["Παπαδοπούλου"]);
  });
});

describe("erasing", () => {
  test("makes anonymous at once what was chosen, says so without names, and holds against an older backup", async () => {
    const first = await here.booked("11:30", ELENI);
    await there.booked("12:00", ELENI);
    await over();
    const { code, out } = await run("subject", "erase", "--name", "Ελένη", "--references", first.reference, "--yes");
    expect([code, out.split("\n").at(-1)]).toEqual([0, "Έγινε ανώνυμο 1 ραντεβού, οριστικά."]);
    expect(await names()).toEqual(["", "Παπαδοπούλου"]);
    expect(await recorded()).toEqual([{ employee_id: null, act: "subject-erased", details: {} }]);
    expect((await world.owner.query("select from idempotency_key where response::text like '%Ελένη%'")).rowCount).toBe(
      1,
    );
    const noted = await readFile(join(folder, "data", "erasures"), "utf8");
    expect(noted).toMatch(new RegExp(`^\\n${here.office.code} ${first.id} \\S+Z\\n$`));

    // As a backup from before has it
    await world.owner.query("delete from erasure");
    await world.owner.query("update appointment set anonymized_at = null, last_name = 'Επανήλθε' where id = $1", [
      first.id,
    ]);
    const owner = openOwner(world.database.ownerUrl);
    const applied = await applyRetention({ db: owner.db, clock: systemClock, dataDir: join(folder, "data") });
    await owner.close();
    expect([applied.erased, (await names())[0]]).toEqual([1, ""]);
    expect((await world.owner.query("select from erasure")).rowCount).toBe(1);
  });

  test("is refused as a whole while somebody is still expected", async () => {
    await here.booked("11:30", ELENI);
    await over();
    const coming = await there.booked("12:00", ELENI);
    await world.owner.query(
      "update appointment set starts_at = now() + interval '1 day', ends_at = now() + interval '25 hours' where id = $1",
      [coming.id],
    );
    const { code, err } = await run("subject", "erase", "--phone", ELENI.phone, "--yes");
    expect(code).toBe(1);
    expect(err).toMatch(new RegExp(`Δεν σβήστηκε τίποτα.*${coming.reference}`));
    expect(await names()).not.toContain("");
  });

  test("waits for whoever is changing a visit, and sees what it has become", async () => {
    const { id } = await here.booked("11:30", ELENI);
    await over();
    await world.owner.query("begin");
    await world.owner.query(
      `update appointment set status = 'booked', starts_at = now() + interval '1 day', ends_at = now() + interval '25 hours'
       where id = $1`,
      [id],
    );
    const erasing = run("subject", "erase", "--phone", ELENI.phone, "--yes");
    const isBehind = await waits(world, erasing, 0);
    await world.owner.query("commit");
    expect([isBehind, (await erasing).code, await names()]).toEqual([true, 1, ["Παπαδοπούλου"]]);
  });

  test("does not happen when it can't be written down beside the database", async () => {
    await here.booked("11:30", ELENI);
    await over();
    await writeFile(join(folder, "data"), "no folder");
    expect((await run("subject", "erase", "--name", "Ελένη", "--yes")).code).toBe(1);
    expect(await names()).toEqual(["Παπαδοπούλου"]);
  });
});

describe("giving out", () => {
  test("writes all that is kept, for a program and for people, once, and for its owner's eyes", async () => {
    const { id } = await here.booked("11:30", { ...ELENI, notes: "<b>με το παιδί</b>" });
    await here.change(id, { lastName: "Παπαδάκη" }, 1);
    const to = join(folder, "out");
    const { code } = await run("subject", "export", "--phone", ELENI.phone, "--to", to, "--yes");
    expect(code).toBe(0);
    const { appointments } = JSON.parse(await readFile(join(to, "subject.json"), "utf8"));
    expect(appointments).toHaveLength(1);
    expect(appointments[0]).toMatchObject({
      office: { code: here.office.code },
      appointment: { last_name: "Παπαδάκη", phone: "+306944123456", notes: "<b>με το παιδί</b>" },
      history: [{ kind: "booked" }, { kind: "changed", changes: { last_name: ["Παπαδοπούλου", "Παπαδάκη"] } }],
      letters: [{ address: "eleni@example.gr" }],
    });
    const page = await readFile(join(to, "subject.html"), "utf8");
    expect(page).toContain("Παπαδάκη");
    expect(page).toContain("&lt;b&gt;με το παιδί");
    expect((await stat(join(to, "subject.json"))).mode & 0o777).toBe(0o600);
    const again = await run("subject", "export", "--phone", ELENI.phone, "--to", to, "--yes");
    expect([again.code, again.err]).toEqual([1, expect.stringMatching(/EEXIST/)]);
    expect(await recorded()).toEqual([{ employee_id: null, act: "subject-exported", details: {} }]);
  });
});

describe("what is kept too long", () => {
  test("is made anonymous by the command, of whatever date it is, and the tables are written anew", async () => {
    const { id } = await here.booked("11:30", ELENI);
    await world.owner.query(
      "update appointment set starts_at = now() - interval '90 days', ends_at = now() - interval '89 days' where id = $1",
      [id],
    );
    // As if all before were done
    await world.owner.query("insert into anonymized_until values ($1, current_date)", [here.office.id]);
    const filesOf = async () =>
      (await world.owner.query("select pg_relation_filenode('appointment') as file")).rows[0].file;
    const before = await filesOf();
    const { code, out } = await run("retention", "run");
    expect([code, ...out.split("\n")]).toEqual([0, "Έγινε ανώνυμο 1 ραντεβού.", "Οι πίνακες γράφτηκαν σε νέα αρχεία."]);
    expect(await names()).toEqual([""]);
    expect(await filesOf()).not.toBe(before);
    expect((await run("retention", "run", "--rewrite", "--lang", "en")).out).toBe(
      "0 appointments made anonymous.\nThe tables are written anew.",
    );
  });
});
