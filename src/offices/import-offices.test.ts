import { readFile } from "node:fs/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asOwner, type FreshDatabase, freshDatabase } from "../../test/database.ts";
import { takeAnnouncements } from "../../test/take-announcements.ts";
import { type OwnerDatabase, openOwner } from "../platform/database/owner.ts";
import { importOffices } from "./import-offices.ts";
import { importServices } from "./import-services.ts";

let database: FreshDatabase;
let owner: OwnerDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  owner = openOwner(database.ownerUrl);
});
afterAll(async () => {
  await owner.close();
  await database.drop();
});

const file = (text: string) => new TextEncoder().encode(text);
const officesNow = () =>
  asOwner(
    database.ownerUrl,
    `select code, office.name, phone, address, lead_minutes, is_example,
       (select json_agg(json_build_array(number, queue.name, is_active, slot_minutes)) from queue where office_id = office.id and is_default) as queues
     from office where code < '1000' order by code`,
  );

test("new offices come with their default queue, known ones change only in the columns of the file", async () => {
  const first = file(
    "code;name;municipality;phone;address\n0101;ΚΕΠ Α;Δήμος Α;2100000101;Οδός 1\n0102;ΚΕΠ Β;Δήμος Β;;\n",
  );
  expect(await importOffices(owner.db, first)).toEqual({ added: 2, changed: 0, unchanged: 0 });
  expect(await importOffices(owner.db, first)).toEqual({ added: 0, changed: 0, unchanged: 2 });
  const second = file(
    '[{"code":"0101","name":"ΚΕΠ Α′","municipality":"Δήμος Α","phone":null},{"code":"0103","name":"ΚΕΠ Γ","municipality":"Δήμος Γ"}]',
  );
  expect(await importOffices(owner.db, second)).toEqual({ added: 1, changed: 1, unchanged: 0 });
  const queues = [[1, "Ουρά 1", true, 10]];
  const common = { phone: null, address: null, lead_minutes: 30, is_example: false, queues };
  expect(await officesNow()).toEqual([
    { ...common, code: "0101", name: "ΚΕΠ Α′", address: "Οδός 1" },
    { ...common, code: "0102", name: "ΚΕΠ Β" },
    { ...common, code: "0103", name: "ΚΕΠ Γ" },
  ]);
});

test("what an office can interpret, and how many days before it must know, comes with a file and stays without", async () => {
  const head = "code,name,municipality";
  const columns = "sign_language,sign_language_days,interpreter_languages,interpreter_days";
  const interpreters = () =>
    asOwner(
      database.ownerUrl,
      `select has_sign_language, sign_language_days, interpreter_languages, interpreter_days from office where code = '0150'`,
    );
  await importOffices(owner.db, file(`${head},${columns}\n0150,ΚΕΠ Ι,Δήμος Ι,ναι,3,"sq, ar",2\n`));
  const [row] = await interpreters();
  expect(row).toMatchObject({ has_sign_language: true, sign_language_days: 3, interpreter_days: 2 });
  expect(row?.interpreter_languages).toMatch(/sq.*ar|ar.*sq/);
  await importOffices(owner.db, file(`${head}\n0150,ΚΕΠ Ι,Δήμος Ι\n`));
  expect(await interpreters()).toEqual([row]);
  const bad = await importOffices(owner.db, file(`${head},${columns}\n0150,ΚΕΠ Ι,Δήμος Ι,ίσως,-1,xx,999\n`));
  const columnsAtFault = "faults" in bad ? bad.faults.map(({ column }) => column) : [];
  expect(columnsAtFault.toSorted()).toEqual(columns.split(",").toSorted());
  expect(await interpreters()).toEqual([row]);
});

test("seats are brought in, stay where a file has no column of them, and are cleared by an empty cell", async () => {
  const seatsNow = async () => {
    const [row] = await asOwner(database.ownerUrl, "select seats from office where code = '0104'");
    return row?.seats;
  };
  const bring = (head: string, cells: string) =>
    importOffices(owner.db, file(`code,name,municipality${head}\n0104,ΚΕΠ Ζ,Δήμος Ζ${cells}\n`));
  await bring(",seats", ",12");
  expect(await seatsNow()).toBe(12);
  await bring("", "");
  expect(await seatsNow()).toBe(12);
  expect(await bring(",seats", ",πολλά")).toMatchObject({ faults: [{ column: "seats", code: "number-not-whole" }] });
  expect(await seatsNow()).toBe(12);
  await bring(",seats", ",");
  expect(await seatsNow()).toBe(null);
});

test("one bad row, and nothing is imported", async () => {
  const result = await importOffices(owner.db, file("code,name,municipality\n0201,ΚΕΠ Δ,Δήμος Δ\n578,ΚΕΠ Ε,Δήμος Ε\n"));
  expect(result).toEqual({ faults: [expect.objectContaining({ line: 3, column: "code", code: "code-zeros-lost" })] });
  expect((await officesNow()).map((row) => row.code)).not.toContain("0201");
});

test("two imports at once add each office once", async () => {
  const rows = Array.from({ length: 1_500 }, (_, at) => `${3000 + at},ΚΕΠ ${at},Δήμος ${at}`);
  const content = file(["code,name,municipality", ...rows].join("\n"));
  const seen: number[] = [];
  const results = await Promise.all([
    importOffices(owner.db, content, (done) => seen.push(done)),
    importOffices(owner.db, content),
  ]);
  expect(results).toContainEqual({ added: 1_500, changed: 0, unchanged: 0 });
  expect(results).toContainEqual({ added: 0, changed: 0, unchanged: 1_500 });
  const [counts] = await asOwner(
    database.ownerUrl,
    "select count(*)::int as queues from queue join office on office.id = office_id where code >= '3000'",
  );
  expect(counts).toEqual({ queues: 1_500 });
});

test("two imports at once add each service once", async () => {
  const rows = Array.from({ length: 500 }, (_, at) => `twice-${at};Υπηρεσία;Υπηρεσία;Service;10`);
  const content = file(["code;name;short_name;name_en;minutes", ...rows].join("\n"));
  const results = await Promise.all([importServices(owner.db, content), importServices(owner.db, content)]);
  expect(results).toContainEqual({ added: 500, changed: 0, unchanged: 0 });
  expect(results).toContainEqual({ added: 0, changed: 0, unchanged: 500 });
  await asOwner(database.ownerUrl, "delete from service where code like 'twice-%'");
});

test("the examples are faultless and say that they are examples", async () => {
  const example = (name: string) => readFile(new URL(`../../db/examples/${name}.csv`, import.meta.url));
  expect(await importOffices(owner.db, await example("offices"))).toEqual({ added: 4, changed: 0, unchanged: 0 });
  expect(await importServices(owner.db, await example("services"))).toEqual({ added: 31, changed: 0, unchanged: 0 });
  expect(await importServices(owner.db, await example("services"))).toEqual({ added: 0, changed: 0, unchanged: 31 });
  const unmarked = await asOwner(
    database.ownerUrl,
    "select code from service where not is_example union all select code from office where code >= '9900' and not is_example",
  );
  expect(unmarked).toEqual([]);
  const [avgi] = await asOwner(database.ownerUrl, "select known_as from office where code = '9901'");
  expect(avgi).toEqual({ known_as: "Ανεμοχώρι" });
});

test("open desks of an office that changed look again, those of others do not", async () => {
  const rows = "code;name;municipality;region\n0401;ΚΕΠ Δ;Δήμος Δ;Αττική\n0402;ΚΕΠ Ε;Δήμος Ε;Αττική\n";
  await importOffices(owner.db, file(rows));
  const [office] = await asOwner(database.ownerUrl, "select id from office where code = '0402'");
  const heard = await noticesOf(() => importOffices(owner.db, file(rows.replace("Δήμος Ε;Αττική", "Δήμος Ε;Κρήτη"))));
  expect(heard).toEqual([{ kind: "rules", office: office?.id }]);
});

test("a service concerns the desks of every office; a file that changes nothing concerns nobody", async () => {
  const rows = "code;name;short_name;name_en;minutes\nstamp;Σφραγίδα;Σφραγίδα;Stamp;10\n";
  const offices = await asOwner(database.ownerUrl, "select id from office order by id");
  const heard = await noticesOf(() => importServices(owner.db, file(rows)));
  expect(heard).toHaveLength(offices.length);
  expect(heard).toEqual(expect.arrayContaining(offices.map(({ id }) => ({ kind: "rules", office: id }))));
  expect(await noticesOf(() => importServices(owner.db, file(rows)))).toEqual([]);
});

/** What processes hear of it; an echo of our own comes behind them. */
async function noticesOf(act: () => Promise<unknown>): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await takeAnnouncements(client);
  await act();
  const notices = await takeAnnouncements(client);
  await client.end();
  return notices.map((notice) => JSON.parse(notice));
}
