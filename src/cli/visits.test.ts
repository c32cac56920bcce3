import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asOwner, type FreshDatabase, freshDatabase } from "../../test/database.ts";
import { visits } from "./visits.ts";

let database: FreshDatabase;
let folder: string;
beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), "visits-cli-"));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function run(...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const drawn: string[] = [];
  const environment = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
  const terminal = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    draw: (text: string) => drawn.push(text),
  };
  const code = await visits(argv, environment, terminal);
  return { code, out: out.join("\n"), err: err.join("\n"), drawn };
}

const file = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

test.each([
  "serve",
  "check-config",
  "migrate",
  "seed",
  "import-offices",
  "import-services",
  "import-translations",
  "retention run",
  "subject export",
  "subject erase",
  "open-data correct",
  "open-data new-key",
  "audit verify",
  "audit head",
  "doctor",
  "jobs",
  "jobs run",
  "backup",
  "restore",
  "recovered",
])("%s explains itself", async (name) => {
  for (const language of ["el", "en"]) {
    const { code, out } = await run(...name.split(" "), "--help", "--lang", language);
    expect(code).toBe(0);
    expect(out).toContain(`npm run visits -- ${name}`);
    expect(out).toMatch(/0 .* · 1 .* · 2 /);
  }
});

test.each<[string, string[], RegExp]>([
  ["no command", [], /Χρήση/],
  ["an unknown command", ["sed"], /Άγνωστη εντολή: sed/],
  ["an inherited name", ["constructor"], /Άγνωστη εντολή/],
  ["an unknown option", ["seed", "--office", "3"], /Άγνωστη επιλογή: --office/],
  ["a value for help", ["doctor", "--help=ναι"], /Η επιλογή --help δεν παίρνει/],
  ["an option without its value", ["seed", "--days"], /--days χρειάζεται τιμή/],
  ["half an office", ["seed", "--offices", "1.5"], /--offices παίρνει ακέραιο από 0 έως 4000/],
  ["more than full", ["seed", "--fill", "1.2"], /--fill παίρνει αριθμό από 0 έως 1/],
  ["no file", ["import-offices"], /ακριβώς ένα αρχείο/],
  ["two files", ["import-offices", "a", "b"], /ακριβώς ένα αρχείο/],
  ["a file too many", ["doctor", "a"], /δεν παίρνει «a»/],
  ["an unknown language", ["doctor", "--lang", "fr"], /--lang παίρνει el ή en/],
])("%s is wrong usage", async (_, argv, words) => {
  const { code, out, err } = await run(...argv);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(words);
});

test("offices come in, and the answer says how many", async () => {
  const path = await file("offices.csv", "code;name;municipality\n0578;ΚΕΠ Δοκιμής;Δήμος Δοκιμής\n");
  expect(await run("import-offices", path)).toMatchObject({
    code: 0,
    out: "ΚΕΠ: 1 νέα, 0 άλλαξαν, 0 έμειναν ίδια.",
    err: "",
  });
  expect((await run("import-offices", path, "--lang", "en")).out).toBe("KEP: 0 new, 0 changed, 1 unchanged.");
});

test("every fault is told with its line, column and reason, and nothing comes in", async () => {
  const path = await file(
    "bad.csv",
    "code,name,municipality,phone\n579,ΚΕΠ,Δήμος,\n0580,ΚΕΠ\u001b[31m,Δήμος,210 000 09\n",
  );
  const { code, err } = await run("import-offices", path);
  expect(code).toBe(1);
  expect(err.split("\n")).toEqual([
    expect.stringMatching(/^γραμμή 2, στήλη code, «579»: .*Μήπως είναι 0579;/),
    "γραμμή 3, στήλη name, «ΚΕΠ\\u{1b}[31m»: Περιέχει χαρακτήρες που δεν επιτρέπονται. Πληκτρολογήστε το ξανά.",
    "γραμμή 3, στήλη phone, «210 000 09»: Λείπουν 2\u00a0ψηφία. Χρειάζονται 10.",
    "Δεν εισήχθη τίποτα: βρέθηκαν 3 προβλήματα. Διορθώστε τα και δοκιμάστε ξανά.",
  ]);
  expect(await asOwner(database.ownerUrl, "select from office where code = '0580'")).toEqual([]);
});

test("ten thousand bad rows are told in fifty lines", async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => `${at % 100},ΚΕΠ,Δήμος`);
  const { code, err } = await run(
    "import-offices",
    await file("many.csv", ["code,name,municipality", ...rows].join("\n")),
  );
  expect(code).toBe(1);
  expect(err.split("\n")).toHaveLength(52);
  expect(err).toContain("… και 9950 ακόμη προβλήματα.");
});

test("a file that is missing or is something else is refused in words", async () => {
  expect((await run("import-services", join(folder, "none.csv"))).err).toMatch(/none\.csv δεν διαβάζεται \(ENOENT\)/);
  expect((await run("import-services", folder)).err).toMatch(/\(EISDIR\)/);
  const { code, err } = await run("import-services", await file("services.csv", Uint8Array.from([0x50, 0x4b, 3, 4])));
  expect(code).toBe(1);
  expect(err).toMatch(/^Το αρχείο είναι βιβλίο του Excel/);
});

test("beside real offices the seed is refused, and the doctor finds nothing", async () => {
  expect(await run("seed")).toMatchObject({ code: 1, out: expect.stringMatching(/πραγματικά ΚΕΠ/) });
  expect(await run("doctor")).toMatchObject({ code: 0, out: expect.stringMatching(/Όλα εντάξει: 81 έλεγχοι\.$/) });
});

test("what the doctor finds it lists, and exits 1", async () => {
  await asOwner(database.ownerUrl, "update queue set is_default = false");
  const { code, out } = await run("doctor", "--lang=en");
  expect(code).toBe(1);
  expect(out).toContain("KEP without exactly one default queue: 1 finding\n  0578 0");
  expect(out).toMatch(/1 problem found\.$/);
  await asOwner(
    database.ownerUrl,
    "insert into office (code, name, municipality) select 1000 + number, 'ΚΕΠ', 'Δήμος' from generate_series(1, 24) as number",
  );
  const many = (await run("doctor", "--lang=en")).out;
  await asOwner(database.ownerUrl, "delete from office where code like '10__'");
  expect(many).toContain("25 findings");
  expect(many).toMatch(/ {2}1004 0\n {2}\D*20 more\n {2}→ Tell the head of the KEP/);
  const json = await run("doctor", "--json", "--lang=en");
  expect([json.code, JSON.parse(json.out).found]).toEqual([
    1,
    [
      {
        check: "one-default-queue",
        what: "KEP without exactly one default queue",
        count: 1,
        examples: ["0578 0"],
        remedy: expect.stringMatching(/^Tell the head of the KEP/),
      },
    ],
  ]);
});

test("a database that is not there is told with all that is known of why", async () => {
  const err: string[] = [];
  const terminal = { out: () => {}, err: (line: string) => err.push(line) };
  const nowhere = "postgres://owner@127.0.0.1:1/visits";
  expect(await visits(["doctor"], { DATABASE_URL: nowhere, DATABASE_OWNER_URL: nowhere }, terminal)).toBe(1);
  expect(err.join("\n")).toMatch(/ECONNREFUSED/);
  expect(err.join("\n")).not.toContain("undefined");
});

test("migrating an up-to-date database names what it has", async () => {
  expect(await run("migrate")).toMatchObject({ code: 0, out: expect.stringContaining("0001_foundation.sql") });
});

test("without the owner of the tables nothing is done in its name", async () => {
  const err: string[] = [];
  const terminal = { out: () => {}, err: (line: string) => err.push(line) };
  expect(await visits(["doctor"], { DATABASE_URL: database.appUrl }, terminal)).toBe(1);
  expect(err.join()).toMatch(/DATABASE_OWNER_URL/);
});

test("production does not serve as a superuser, and says what to give it", async () => {
  const err: string[] = [];
  const terminal = { out: () => {}, err: (line: string) => err.push(line) };
  const settings = {
    NODE_ENV: "production",
    PUBLIC_BASE_URL: "https://visits.example.gr",
    GSIS_BASE_URL: "https://oauth2.example.gr",
    GSIS_CLIENT_ID: "id",
    GSIS_CLIENT_SECRET: "a-secret-of-the-state",
    DIRECTORY_URL: "https://directory.example.gr",
    DIRECTORY_USERNAME: "id",
    DIRECTORY_PASSWORD: "a-word-of-passing",
    AUDIT_KEY: "a-key-of-our-own-of-more-than-32-letters",
    TRUST_PROXY: "10.0.0.1",
  };
  expect(await visits(["serve"], { ...settings, DATABASE_URL: database.ownerUrl }, terminal)).toBe(1);
  expect(err.join()).toMatch(/passes row-level security by: give DATABASE_URL a plain role/);
});

test("a trial on a server of one's own says who makes its offices, where its login may not", async () => {
  const fresh = await freshDatabase();
  const err: string[] = [];
  const terminal = { out: () => {}, err: (line: string) => err.push(line) };
  expect(await visits(["serve"], { DATABASE_URL: fresh.appUrl, PORT: "0" }, terminal)).toBe(1);
  expect(err).toEqual([
    expect.stringMatching(/^The database has no offices, .* set DATABASE_OWNER_URL as well, or run/),
  ]);
  await fresh.drop();
});

test("the seed fills an empty database, with the staff that the directory names", async () => {
  const fresh = await freshDatabase();
  const out: string[] = [];
  const environment = { DATABASE_URL: fresh.appUrl, DATABASE_OWNER_URL: fresh.ownerUrl };
  const call = (...argv: string[]) =>
    visits(argv, environment, { out: (line) => out.push(line), err: (line) => out.push(line) });
  try {
    expect(await call("seed", "--fill", "0.5")).toBe(0);
    expect(out.at(-1)).toMatch(/^Επινοημένα ΚΕΠ: 4 προστέθηκαν, με \d+ ραντεβού\.$/);
    const served = await asOwner(
      fresh.ownerUrl,
      `select last_name from queue join employee on employee.id = employee_id
      join office on office.id = office_id where code = '9901' order by number`,
    );
    expect(served.map((row) => row.last_name)).toContain("Λιμνιώτη");
    expect(await call("seed")).toBe(0);
    expect(out.at(-1)).toMatch(/^Τίποτα να προστεθεί/);
    expect(await call("doctor")).toBe(0);
  } finally {
    await fresh.drop();
  }
});
