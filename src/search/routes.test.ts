import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aBookingDesk, type BookingDesk } from "../../test/booking-desk.ts";
import { aWorld, NOW, type World } from "../../test/world.ts";
import { createLogger } from "../platform/log.ts";
import { settleStale, startSettling } from "./settle.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  world.now = NOW;
});

const search = async (desk: BookingDesk, text: string) => {
  const reply = await desk.clerk.ask("POST", `${desk.office.code}/appointment-searches`, { body: { text } });
  expect(reply.status).toBe(200);
  return reply.body;
};
const names = async (desk: BookingDesk, text: string) =>
  (await search(desk, text)).people.map((person: { lastName: string; firstName: string; match: string }) =>
    [person.lastName, person.firstName, person.match].join(" "),
  );

async function aDeskWith(
  ...people: readonly (readonly [time: string, lastName: string, firstName: string, more?: object])[]
) {
  const desk = await aBookingDesk(world);
  for (const [time, lastName, firstName, more] of people) {
    const reply = await desk.book({
      date: "2026-11-24",
      time,
      queue: null,
      lastName,
      firstName,
      service: "signature",
      ...more,
    });
    expect(reply.status).toBe(201);
  }
  return desk;
}

test("a person is found by the beginnings of her names, in any order and any spelling", async () => {
  const desk = await aDeskWith(
    ["11:00", "Παπαδοπούλου", "Ελένη"],
    ["11:15", "Χατζηπαπαδόπουλος", "Χρήστος"],
    ["11:30", "Παπαϊωάννου-Ξένου", "Ευθυμία"],
  );
  for (const text of [
    "παπαδοπουλου ελ",
    "ΕΛΕΝΗ ΠΑΠΑΔ",
    "papadopoulou",
    "eleni",
    "Papadopoylou E",
    "ΠAΠAΔΟΠΟΥΛΟΥ",
    "παπαδοπούλο",
  ])
    expect([text, (await names(desk, text))[0]]).toEqual([text, expect.stringContaining("Παπαδοπούλου Ελένη")]);
  for (const text of ["xristos", "hrhstos", "χατζηπαπα", "χρυστος", "xatzhpapadopoulos", "christ"])
    expect([text, (await names(desk, text))[0]]).toEqual([text, expect.stringContaining("Χατζηπαπαδόπουλος")]);
  for (const text of ["ksenoy", "παπαιωαννου", "evthimia", "eythymia", "papaiwannoy", "xenou", "Παπαϊ", "pap e"])
    expect([text, await names(desk, text)]).toEqual([text, expect.arrayContaining([expect.stringContaining("Ξένου")])]);
});

test("as written stands before as it sounds, and that before what is only near", async () => {
  const desk = await aDeskWith(
    ["11:00", "Χρηστίδης", "Μάριος"],
    ["11:15", "Χριστίδης", "Μάριος"],
    ["11:30", "Χριστίδου", "Μαρία"],
  );
  expect(await names(desk, "χριστιδης")).toEqual([
    "Χριστίδης Μάριος written",
    "Χρηστίδης Μάριος sound",
    "Χριστίδου Μαρία near",
  ]);
  expect(await names(desk, "Χρσιτίδης")).toEqual(
    expect.arrayContaining(["Χριστίδης Μάριος near", "Χρηστίδης Μάριος near"]),
  );
});

test("one slip of the finger is forgiven in a search, not one in each word", async () => {
  const desk = await aDeskWith(["11:00", "Παπαδοπούλου", "Αλεξάνδρα"]);
  for (const text of ["παπαδοπυολου αλεξανδρα", "παπαδοπουλου αλεξαδνρα"])
    expect([text, await names(desk, text)]).toEqual([text, ["Παπαδοπούλου Αλεξάνδρα near"]]);
  expect(await names(desk, "παπαδοπυολου αλεξαδνρα")).toEqual([]);
});

test("whole words stand before beginnings, surnames before first names, then who comes soonest", async () => {
  const desk = await aDeskWith(
    ["11:00", "Γεωργιάδης", "Παύλος"],
    ["11:15", "Αλεξίου", "Γεωργία"],
    ["11:45", "Γεωργία", "Άννα"],
    ["12:00", "Γεωργία", "Βάσω"],
  );
  expect((await names(desk, "γεωργια")).map((name: string) => name.split(" ").slice(0, 2).join(" "))).toEqual([
    "Γεωργία Άννα",
    "Γεωργία Βάσω",
    "Αλεξίου Γεωργία",
    "Γεωργιάδης Παύλος",
  ]);
});

test("a telephone number in any spacing, its last digits, and a reference find their person", async () => {
  const desk = await aDeskWith(
    ["11:00", "Αλεξίου", "Άννα", { phone: "6944123456" }],
    ["11:15", "Βασιλείου", "Ζωή", { phone: "2109098391" }],
  );
  const { reference } = (await search(desk, "αλεξιου")).people[0].coming[0];
  for (const text of [
    "694 412 3456",
    "+30 6944-123456",
    "00306944123456",
    "3456",
    "4123 456",
    reference,
    `${reference.slice(0, 3)} ${reference.slice(3, 6)} ${reference.slice(6)}`,
    "αλεξ 3456",
  ])
    expect([text, await names(desk, text)]).toEqual([text, [expect.stringContaining("Αλεξίου Άννα")]]);
  expect(await names(desk, "345")).toEqual([]);
  // Whose reference begins so would be found by it.
  const last = reference.startsWith("8391") ? "98391" : "8391";
  expect(await names(desk, `αλεξ ${last}`)).toEqual([]);
});

test("a reference that begins with two zeros is no number from abroad", async () => {
  const desk = await aDeskWith(["11:00", "Αλεξίου", "Άννα"]);
  await world.owner.query(
    "update appointment set reference = '00123456' || damm_digit('00123456') where office_id = $1",
    [desk.office.id],
  );
  for (const text of ["001 234 56", "00123456"]) expect(await names(desk, text)).toHaveLength(1);
  const [{ reference }] = (await desk.day()).appointments;
  expect(await names(desk, reference)).toHaveLength(1);
});

test("a business is found by its name; the person is its representative", async () => {
  const desk = await aDeskWith([
    "11:00",
    "Αλεξίου",
    "Άννα",
    { party: "business", business: { name: "Γαλαξίας 2004 Ο.Ε." } },
  ]);
  for (const text of ["γαλαξιας", "galaxias 2004", "γαλαξιας οε", "αννα γαλαξ"])
    expect([text, (await search(desk, text)).people]).toEqual([
      text,
      [expect.objectContaining({ lastName: "Αλεξίου", business: "Γαλαξίας 2004 Ο.Ε." })],
    ]);
});

test("a business tells two people of one name apart; without one, and in other letters, it is the same person", async () => {
  const business = (name: string) => ({ party: "business", business: { name } });
  const desk = await aDeskWith(
    ["11:00", "Νικηφόρος", "Αρτέμης", { phone: "6900074101", ...business("Άλφα Ε.Ε.") }],
    ["11:15", "Νικηφόρος", "Αρτέμης", business("Βήτα Α.Ε.")],
    ["11:30", "Ροδινός", "Πέτρος", { phone: "6900074102", ...business("Γάμμα") }],
    ["11:45", "Ροδινός", "Πέτρος"],
  );
  expect(await names(desk, "νικηφορος")).toHaveLength(2);
  expect(await names(desk, "ροδινος")).toHaveLength(1);
});

test("the beginning of a sound that a name writes with two letters finds it", async () => {
  const desk = await aDeskWith(["11:00", "Παίδης", "Ανέστης"]);
  for (const text of ["pe", "πε", "ped"]) expect(await names(desk, text)).toEqual(["Παίδης Ανέστης sound"]);
});

test("one person's appointments stand together: to come soonest first, past latest first", async () => {
  const desk = await aDeskWith(
    ["12:00", "Αλεξίου", "Άννα", { phone: "6944123456" }],
    ["11:00", "ΑΛΕΞΙΟΥ", "ΑΝΝΑ", { phone: "6944123456" }],
    ["13:00", "Αλεξίου", "Άννα"],
    ["11:15", "Αλεξίου", "Άννα", { phone: "6944123456" }],
    ["11:30", "Αλεξίου", "Άννα", { date: "2026-11-25", phone: "6944123456" }],
  );
  for (const { id, version } of (await search(desk, "αλεξιου")).people[0].coming.slice(0, 2))
    await desk.act(id, "cancellation", { version });
  const { people } = await search(desk, "αλεξιου αννα");
  expect(people).toHaveLength(1);
  const times = (list: readonly { date: string; time: string }[]) => list.map(({ date, time }) => `${date} ${time}`);
  expect(times(people[0].coming)).toEqual(["2026-11-24 12:00", "2026-11-24 13:00", "2026-11-25 11:30"]);
  expect(times(people[0].past)).toEqual(["2026-11-24 11:15", "2026-11-24 11:00"]);
  await desk.book({
    date: "2026-11-25",
    time: "12:00",
    queue: null,
    lastName: "Αλεξίου",
    firstName: "Άννα",
    service: "signature",
    phone: "6900000001",
  });
  expect((await search(desk, "αλεξιου αννα")).people).toHaveLength(3);
});

test("what was typed in Latin letters is told in Greek ones", async () => {
  const desk = await aDeskWith(["11:00", "Ξενάκης", "Χρήστος"]);
  expect((await search(desk, "xrhstos xen")).asGreek).toBe("ΧΡΗΣΤΟΣ ΞΕΝ");
  expect((await search(desk, "χρηστος")).asGreek).toBeNull();
  expect((await search(desk, "petrou")).asGreek).toBe("ΠΕΤΡΟΥ");
});

test("a search that means something to SQL is only letters, and finds nobody", async () => {
  const desk = await aDeskWith(["11:00", "Αλεξίου", "Άννα"]);
  for (const text of [
    "%",
    "__",
    "'; drop table appointment; --",
    "\\\\",
    "\0\0",
    "\ud800\udc00\ud800",
    "%%%%",
    "a%",
    '"',
    "{}",
    "--",
    "αλεξ%ννα",
  ])
    expect([text, await names(desk, text)]).toEqual([text, []]);
  expect(await names(desk, "%αλεξιου_")).toHaveLength(1);
});

test("too little finds nobody; more than a name is refused with what to do", async () => {
  const desk = await aDeskWith(["11:00", "Αλεξίου", "Άννα"]);
  for (const text of ["", " ", "α", "123", "α ".repeat(50)]) expect(await names(desk, text)).toEqual([]);
  const refused = await desk.clerk.ask("POST", `${desk.office.code}/appointment-searches`, {
    body: { text: "α".repeat(5000) },
  });
  expect([refused.status, refused.body.code, refused.body.title]).toEqual([
    422,
    "search-too-long",
    "Γράψτε έως 100\u00a0χαρακτήρες. Αρκούν λίγα γράμματα του επωνύμου.",
  ]);
});

test("another office's people are never found, nor may she search there", async () => {
  const desk = await aDeskWith(["11:00", "Αλεξίου", "Άννα", { phone: "6944123456" }]);
  const other = await aBookingDesk(world);
  for (const text of ["αλεξιου", "3456", "αλεξιυο"]) expect(await names(other, text)).toEqual([]);
  const reply = await other.clerk.ask("POST", `${desk.office.code}/appointment-searches`, {
    body: { text: "αλεξιου" },
  });
  expect([reply.status, reply.body.code]).toEqual([404, "office-not-found"]);
});

test("namesakes to come are shown, however they are spelt and whichever name stands first", async () => {
  const desk = await aDeskWith(["11:00", "Χρηστίδης", "Μάριος"], ["11:15", "Χρηστίδης", "Μάρκος"]);
  const ask = async (lastName: string, firstName: string, except?: string) =>
    (
      await desk.clerk.ask("POST", `${desk.office.code}/namesakes`, {
        body: { lastName, firstName, ...(except && { except }) },
      })
    ).body.appointments;
  const [own] = await ask("ΧΡΙΣΤΙΔΗΣ", "ΜΑΡΙΟΣ");
  expect(own).toMatchObject({ lastName: "Χρηστίδης", firstName: "Μάριος", time: "11:00" });
  expect(await ask("Μάριος\0", "Χρηστίδης")).toHaveLength(1);
  expect(await ask("Χρηστίδης\0", "Μάριος\ud800", own.id)).toEqual([]);
  expect(await ask("Χρηστίδης", "Μάρι")).toEqual([]);
  expect(await ask("", "Μάριος")).toEqual([]);
  expect(await ask("α".repeat(5000), "\ud800\0")).toEqual([]);
  const entries = await entriesOf(desk);
  expect(entries.map(({ act }) => act)).toEqual(["namesakes-shown", "namesakes-shown"]);
  expect(entries[0]?.appointments).toEqual([own.id]);
});

test("namesakes meet written together and apart, and with any form of the first name", async () => {
  const desk = await aDeskWith(
    ["11:00", "Χατζη-Πέτρου", "Γεώργιος"],
    ["11:15", "D'Orsi", "Άννα-Μαρία"],
    ["11:30", "Παππάς", "Παναγιώτης"],
  );
  const ask = async (lastName: string, firstName: string) =>
    (
      await desk.clerk.ask("POST", `${desk.office.code}/namesakes`, { body: { lastName, firstName } })
    ).body.appointments.map(({ time }: { time: string }) => time);
  for (const last of ["Χατζηπέτρου", "Χατζή Πέτρου", "ΧΑΤΖΗ-ΠΕΤΡΟΥ"])
    for (const first of ["Γιώργος", "Γεώργιος"])
      expect([last, first, await ask(last, first)]).toEqual([last, first, ["11:00"]]);
  for (const last of ["d orsi", "Dorsi", "D’Orsi"])
    for (const first of ["Αννα Μαρία", "Ανναμαρία"])
      expect([last, first, await ask(last, first)]).toEqual([last, first, ["11:15"]]);
  expect(await ask("Τάκης", "Παππάς")).toEqual(["11:30"]);
  expect(await ask("Παππάς", "Δημήτρης")).toEqual([]);
  expect(await ask("Πέτρου", "Γεώργιος")).toEqual([]);
});

const entriesOf = async (desk: BookingDesk) =>
  (
    await world.owner.query<{
      act: string;
      details: object;
      employee_id: number;
      at: Date;
      appointments: string[] | null;
    }>(
      `select act, details, employee_id, at, appointments from audit_entry
       where office_id = $1 and act <> 'appointment-booked' order by at, id`,
      [desk.office.id],
    )
  ).rows;
const settleAll = () => settleStale({ db: world.database.db, clock: () => world.now });

test("what is typed letter by letter leaves one entry once it has settled", async () => {
  const desk = await aDeskWith(["11:00", "Παπαδάκη", "Άννα"]);
  for (const text of ["π", "πα", "παπ", "παπα"]) {
    await search(desk, text);
    world.now = world.now.add({ seconds: 1 });
  }
  await settleAll();
  expect(await entriesOf(desk)).toEqual([]);
  world.now = world.now.add({ seconds: 11 });
  await Promise.all([settleAll(), settleAll(), settleAll()]);
  expect(await entriesOf(desk)).toEqual([
    {
      act: "person-searched",
      details: { people: 1 },
      employee_id: desk.clerk.employeeId,
      at: expect.any(Date),
      appointments: [expect.any(String)],
    },
  ]);
});

test("another search, or the same one later, settles the one before", async () => {
  const desk = await aDeskWith(["11:00", "Παπαδάκη", "Άννα"]);
  await search(desk, "παπα");
  await search(desk, "αννα");
  world.now = world.now.add({ seconds: 11 });
  await search(desk, "αννα π");
  expect((await entriesOf(desk)).map(({ details }) => details)).toEqual([{ people: 1 }, { people: 1 }]);
  world.now = world.now.add({ seconds: 11 });
  await settleAll();
  expect(await entriesOf(desk)).toHaveLength(3);
});

test("two clerks of an office who type at the same time have each an entry of their own", async () => {
  const desk = await aDeskWith(["11:00", "Παπαδάκη", "Άννα"]);
  const colleague = { ...desk, clerk: await world.aClerk(desk.office) };
  for (const [who, text] of [
    [desk, "παπ"],
    [colleague, "ανν"],
    [desk, "παπα"],
    [colleague, "αννα"],
  ] as const)
    await search(who, text);
  world.now = world.now.add({ seconds: 11 });
  await settleAll();
  const entries = (await entriesOf(desk)).map(({ details, employee_id }) => ({ details, employee_id }));
  expect(entries).toHaveLength(2);
  expect(entries).toContainEqual({ details: { people: 1 }, employee_id: desk.clerk.employeeId });
  expect(entries).toContainEqual({ details: { people: 1 }, employee_id: colleague.clerk.employeeId });
});

test("the running program settles searches by itself, and stops when told", async () => {
  const desk = await aDeskWith(["11:00", "Παπαδάκη", "Άννα"]);
  await search(desk, "παπα");
  world.now = world.now.add({ seconds: 11 });
  const settling = startSettling({ db: world.database.db, clock: () => world.now, log: createLogger("silent") });
  await expect.poll(() => entriesOf(desk)).toHaveLength(1);
  await settling.stop();
});

test("two windows of one clerk at the same moment lose no search", async () => {
  const desk = await aDeskWith(["11:00", "Παπαδάκη", "Άννα"]);
  const texts = ["παπαδ", "αννα", "πετρου", "γεωργ", "μαρια"];
  await Promise.all(texts.map((text) => search(desk, text)));
  world.now = world.now.add({ seconds: 11 });
  await settleAll();
  const found = (await entriesOf(desk)).map(({ details }) => (details as { people: number }).people);
  expect(found.sort()).toEqual([0, 0, 0, 1, 1]);
});

test("the application can neither change nor remove an entry, nor see another office's", async () => {
  const desk = await aDeskWith(["11:00", "Παπαδάκη", "Άννα"]);
  const { db } = world.database;
  const scope = { office: desk.office.id };
  await expect(db.write(scope, (tx) => tx.sql`delete from audit_entry`)).rejects.toThrow("permission denied");
  await expect(db.write(scope, (tx) => tx.sql`update audit_entry set act = 'x'`)).rejects.toThrow("permission denied");
  await search(desk, "παπα");
  expect(await db.read({ office: desk.office.id + 1 }, (tx) => tx.sql`select * from search_under_way`)).toEqual([]);
});

test("whom the first letters have shown is said too", async () => {
  const desk = await aDeskWith(["11:00", "Παπαδάκη", "Άννα"], ["11:15", "Παππάς", "Νίκος"]);
  await search(desk, "παπ");
  await search(desk, "παπαδ");
  world.now = world.now.add({ seconds: 11 });
  await settleAll();
  expect((await entriesOf(desk)).map(({ appointments, details }) => [appointments?.length, details])).toEqual([
    [2, { people: 1 }],
  ]);
});
