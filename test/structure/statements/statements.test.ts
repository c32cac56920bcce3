import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "../../../src/platform/database/migrate.ts";
import { asOwner, type FreshDatabase, freshDatabase } from "../../database.ts";
import { inWords } from "../finding.ts";
import { sourceFiles } from "../source-files.ts";
import { statementFindings } from "./findings.ts";
import { serverProgram } from "./program.ts";
import { unreadFindings } from "./unread.ts";

let database: FreshDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await freshDatabase(1);
  await withoutOldColumns(database.ownerUrl);
  owner = new pg.Client({ connectionString: database.ownerUrl, pipeline: true });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** What only the release before reads of `office`, and this one of `office_settings`, goes with the next (decision 0079). */
async function withoutOldColumns(url: string): Promise<void> {
  const old = await asOwner<{ name: string }>(
    url,
    `select column_name as name from information_schema.columns where table_name = 'office' and column_name in
       (select column_name from information_schema.columns where table_name = 'office_settings')`,
  );
  expect(old).toHaveLength(26);
  await asOwner(
    url,
    `drop trigger settings_follow on office; drop trigger settings_follow_new on office;
     alter table office ${old.map(({ name }) => `drop column ${name}`).join(", ")}; delete from function_set`,
  );
  // Functions as well: each is looked at as it is made.
  await migrate(url);
}

test("the oldest supported server would run every statement, and none but those of the list could not be read", async () => {
  const { unread, findings } = await statementFindings(serverProgram(), await sourceFiles(["src"]), owner);
  expect([...findings.map(inWords), ...unreadFindings(unread)]).toEqual([]);
});

const IMPORTS = `import { columns, part, type Part, type Read } from "../platform/database/sql.ts";\n`;
const PARTS = "src/diary/planted-parts-sql.ts";
const OF_OTHERS = `${IMPORTS}
  export const NAMES = part\`last_name, frist_name\`;
  export const named = (source: Part): Part => part\`select id \${source}\`;`;
const asking = (statement: string, parameter = "value: number") =>
  `${IMPORTS}import { NAMES, named } from "./planted-parts-sql.ts";
   export const asked = (tx: Read, ${parameter}) => tx.sql\`${statement}\`;`;
const $ = (expression: string) => `$\{${expression}}`;

const FAULTS: Readonly<Record<string, readonly [text: string, says: string, where?: string]>> = {
  "a column in a condition": [asking(`select id from office where cod = ${$("value")}`), 'column "cod" does not exist'],
  "a column that is written": [asking("insert into office (nmae) values ('')"), 'column "nmae" of relation "office"'],
  "a column that is answered": [asking("delete from ticket returning idd"), 'column "idd" does not exist'],
  "a setting of an office that is read beside its row": [asking("select seats from office"), 'column "seats"'],
  "one that is written there": [
    asking("update office set mail_note = null"),
    'column "mail_note" of relation "office"',
  ],
  "a table": [asking("select from appointmnt"), 'relation "appointmnt" does not exist'],
  "a function": [asking("select curent_office()"), "function curent_office() does not exist"],
  "a type": [asking("select null::timestamptzz"), 'type "timestamptzz" does not exist'],
  "a column in a part of another file": [asking(`select ${$("NAMES")} from employee`), "frist_name", PARTS],
  "a column in a part that a part is given": [asking($("named(part`from office where cod = 1`)")), 'column "cod"'],
  "a column in one of two ways": [
    asking(`select ${$("value > 1 ? part`id` : part`idd`")} from office`),
    'column "idd" does not exist',
  ],
  "a column of a list": [asking(`select ${$('columns(["id", "cod"])')} from office`), 'column "cod" does not exist'],
  "a column that a caller gives": [
    `${IMPORTS}
      const asked = (tx: Read, { more }: { more: Part }) => tx.sql\`select id \${more} from office\`;
      export const asking = (tx: Read) => asked(tx, { more: part\`, cod\` });`,
    'column "cod" does not exist',
  ],
  "a column that a function is given by a caller's caller": [
    `${IMPORTS}
      const asked = (tx: Read, more: (from: Part) => Part) => tx.sql\`\${more(part\`from office\`)}\`;
      const within = (work: (more: (from: Part) => Part) => unknown) => work((from) => part\`select cod \${from}\`);
      export const asking = (tx: Read) => within((more) => asked(tx, more));`,
    'column "cod" does not exist',
  ],
  "types that do not fit each other": [asking("select from office where code = 1"), "operator does not exist"],
  "a number that is compared with a text": [
    asking(`select from office where code = ${$("value")}`),
    "value is number, but text is wanted",
  ],
  "texts in the place of numbers": [
    asking(`select from office where id = any (${$("value")})`, "value: readonly string[]"),
    "value is readonly string[], but integer[] is wanted",
  ],
  "a number that may be a text": [
    asking(`select from office where id = ${$("value")}`, "value: number | string | null"),
    "but integer is wanted",
  ],
  "an object that is not written down": [
    asking(`select ${$("value")}::time`, "value: Temporal.PlainTime"),
    "but time without time zone is wanted",
  ],
  "a right that the application has not": [asking("select afm from employee"), "permission denied for table employee"],
  "a right to write that it has not": [asking("delete from audit_entry"), "permission denied for table audit_entry"],
  "a query of a connection": [
    `import type pg from "pg";
      export const asked = (client: pg.ClientBase) => client.query("select from migrations");`,
    'relation "migrations" does not exist',
  ],
};

test("planted faults are found, where each is written", async () => {
  const faults = Object.values(FAULTS).map(([text, says, where], index) => {
    const file = `src/diary/planted-${index}-sql.ts`;
    return { file, text, says: expect.stringContaining(says), where: where ?? file };
  });
  const planted = new Map([[PARTS, OF_OTHERS], ...faults.map(({ file, text }): [string, string] => [file, text])]);
  const main = [...planted.keys()].map((file) => `import ".${file.slice("src".length)}";`).join("\n");
  const { findings } = await statementFindings(
    serverProgram(planted),
    new Map([...planted, ["src/main.ts", main]]),
    owner,
  );
  const messagesIn = (file: string) =>
    findings.filter((finding) => finding.file.startsWith(`${file}:`)).map(({ message }) => message);
  expect(Object.keys(FAULTS).map((name, index) => [name, messagesIn(faults[index]?.where ?? "")])).toEqual(
    Object.keys(FAULTS).map((name, index) => [name, [faults[index]?.says]]),
  );
});

test("what can't be read is no secret, nor is what can be read by now", async () => {
  const planted = new Map([
    ["src/diary/planted-sql.ts", asking(`select ${$("value")} from office`, "value: Part")],
    ["src/diary/planted-too-sql.ts", `${IMPORTS}export const NOBODYS = part\`cod\`;`],
  ]);
  const { unread } = await statementFindings(serverProgram(planted), planted, owner);
  const findings = unreadFindings(unread);
  expect(findings).toContainEqual(expect.stringMatching(/^src\/diary\/planted-sql.ts:3: can't be read.*nobody calls/));
  expect(findings).toContainEqual(expect.stringMatching(/^src\/diary\/planted-too-sql.ts:2: .*a part of no statement/));
  expect(findings).toContainEqual(expect.stringMatching(/^src\/cli\/backup\/room.ts: .*it can be read by now/));
});
