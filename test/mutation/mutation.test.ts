import { expect, test } from "vitest";
import { chosen } from "./choose.ts";
import { codeMutants } from "./code-mutants.ts";
import { mutatedFiles } from "./domain.ts";
import { faultOf, inWords, planted } from "./mutant.ts";
import { nearestFirst } from "./nearest.ts";
import { sqlMutants } from "./sql-mutants.ts";

const FILE = "src/queues/sql.ts";

function faultsOfSql(statement: string, file = FILE): string[] {
  const files = new Map([[file, `const rows = await tx.sql<Row>\`${statement}\`;`]]);
  return sqlMutants(file, String(files.get(file))).map((mutant) => faultOf(mutant, files));
}

test("each predicate of a statement is taken away by itself", () => {
  const dollar = "$";
  expect(
    faultsOfSql(`select * from call where live and not (a or b)
      and date between ${dollar}{from} and ${dollar}{to} and case when x then y else z end order by date`),
  ).toEqual([
    "live → true",
    "not (a or b) → true",
    `date between ${dollar}{from} and ${dollar}{to} → true`,
    "case when x then y else z end → true",
  ]);
});

test("so is each lock, and each bound is moved", () => {
  expect(faultsOfSql("select id from call where ends_at > now for update skip locked")).toEqual([
    "ends_at > now → true",
    "> → >=",
    "for update skip locked → nothing",
  ]);
  expect(faultsOfSql("select pg_advisory_xact_lock(hashtext('a'), 0), 1")).toEqual([
    "pg_advisory_xact_lock(hashtext('a'), 0) → null",
  ]);
});

test("the office alone is what row security says too, but not to the operator's commands", () => {
  const statement = "delete from call where office_id = $1 and live";
  expect(faultsOfSql(statement)).toEqual(["live → true"]);
  expect(faultsOfSql(statement, "src/cli/checks/call-checks.ts")).toEqual(["office_id = $1 → true", "live → true"]);
});

test("a fault of the code stands in its place, whatever is around it", async () => {
  const files = new Map([[FILE, "export const isOpen = (a: number, b: number) => a < b && !(b < 3);\n"]]);
  const text = String(files.get(FILE));
  const { mutants } = await codeMutants([FILE], files);
  const moved = mutants.find((mutant) => faultOf(mutant, files) === "a < b → (a <= b)");
  expect(moved && planted(text, moved)).toBe(text.replace("a < b", "(a <= b)"));
  expect(moved && inWords(moved, files)).toBe(`${FILE}:1 \`a < b → (a <= b)\``);
  expect(chosen(mutants, 3, files)).toEqual(chosen(mutants, 3, files));
  expect(chosen(mutants, 3, files)).toHaveLength(3);
});

test("what decides is mutated, what tells or draws is not", () => {
  const decides = ["src/queues/rules.ts", "src/queues/sql.ts", "src/appointments/ui/panel/times/gone.ts"];
  const others = [
    "src/queues/rules.test.ts",
    "src/text/el/queues.ts",
    "src/queues/ui/hours/edges.ts",
    "src/kit/dates.ts",
    "src/appointments/ui/panel/acts/use-move.ts",
  ];
  expect(mutatedFiles(new Map([...decides, ...others].map((file) => [file, ""])))).toEqual(decides);
});

test("the tests next to a file are asked first", () => {
  const tests = [
    "src/diary/routes.test.ts",
    "src/queues/list.test.ts",
    "src/queues/rules.test.ts",
    "test/live.test.ts",
  ];
  expect(nearestFirst("src/queues/rules.ts", tests)).toEqual([
    "src/queues/rules.test.ts",
    "src/queues/list.test.ts",
    "src/diary/routes.test.ts",
    "test/live.test.ts",
  ]);
});
