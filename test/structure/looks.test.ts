import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { lookFindings } from "./looks.ts";
import { sourceFiles } from "./source-files.ts";

const LOOKERS = {
  "src/public-booking/bring/routes.ts": "what to bring",
  "src/public-booking/find/routes.ts": "start, services, offices, an office, earliest times",
  "src/public-booking/find/together/together-routes.ts": "several people and services, put together",
  "src/public-booking/frame/deps.ts": "what the pages are given",
  "src/public-booking/open-data/routes.ts": "open data",
  "src/public-booking/open-data/statistics/page-routes.ts": "open data, for people",
  "src/public-booking/open-data/statistics/routes.ts": "open data of months",
  "src/public-booking/routes.ts": "weeks and days of whoever has not begun to book",
};

test("a standby is looked at through one gate, and by nobody who decides", async () => {
  expect(lookFindings(await sourceFiles(["src"]), LOOKERS).map(inWords)).toEqual([]);
});

const PAGE = "src/public-booking/find/routes.ts";

test.each([
  ["a hold", "src/public-booking/hold/planted.ts", "const open = await openOffice(lookDb.nation, code);"],
  [
    "a move",
    "src/appointments/move/planted.ts",
    "export const f = ({ lookDb }: Deps) => lookDb.read({ office }, free);",
  ],
  ["a page of the staff", "src/overview/planted.ts", "export const f = (deps: Deps) => deps.lookDb;"],
  [
    "a standby of one's own",
    "src/partners/planted.ts",
    'import { openStandby } from "../platform/database/standby/standby.ts";',
  ],
  ["an act beside a look", PAGE, "app.post(path, async () => take(await lookDb.read({ office }, free)));"],
  [
    "a write beside a look",
    PAGE,
    "const free = await lookDb.read(OF_NATION, f); await db.write({ office }, (tx) => g(tx, free));",
  ],
])("a planted fault is found: %s", (_name, file, text) => {
  expect(lookFindings(new Map([[file, text]]), file === PAGE ? { [PAGE]: "pages" } : {}).map(inWords)).toEqual([
    expect.stringContaining(`${file}: `),
  ]);
});

test("whoever only uses the word looks at nothing", () => {
  const text = '/** By `lookDb` is shown. */ export const help = "lookDb";';
  expect(lookFindings(new Map([["src/queues/planted.ts", text]]), {})).toEqual([]);
});
