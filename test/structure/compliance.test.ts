import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { AUTHORITYS_LIST, complianceFindings, presentProofs } from "./compliance.ts";
import { inWords } from "./finding.ts";
import { ROOT, sourceFiles } from "./source-files.ts";

const FOLDER = "docs/compliance/";
const papers = new Map(
  readdirSync(ROOT + FOLDER).map((file) => [FOLDER + file, readFileSync(ROOT + FOLDER + file, "utf8")]),
);
const proofs = presentProofs();

test("each line of the papers names the test or the command that shows it, or that it is the authority's to say", () => {
  expect(complianceFindings(papers, proofs).map(inWords)).toEqual([]);
});

test("the papers are whole: accessibility, protection of data and security, and who says the rest", () => {
  expect([...papers.keys()].sort()).toEqual(
    ["README", "accessibility", "data-protection", "security"].map((name) => `${FOLDER}${name}.md`),
  );
});

test("a planted claim is found, whatever it lacks", () => {
  const list = "| 1 | Who | x |\n| 2 | What | x |\n";
  const found = (...cells: string[]) =>
    complianceFindings(
      new Map([
        [AUTHORITYS_LIST, list],
        ["x.md", `| a | Shown by |\n|---|---|\n${cells.map((cell) => `| a | ${cell} |\n`).join("")}`],
      ]),
      proofs,
    ).map(({ message }) => message);
  const right = ["Authority 1; Authority 2", "`visits doctor`; `npm test`", "`npm run trust -- races`"];
  const here = "`test/structure/compliance.test.ts`";
  expect(found(...right, here, `${here} “a planted claim is found, whatever it lacks”`)).toEqual([]);
  expect(found(...right, "")).toEqual(["line 6 says not what shows it"]);
  const none = ["Authority 3", "`visits nothing`", "`npm run nothing`", "`npm run trust -- nothing`", "it does"];
  const elsewhere = ["`src/nothing.test.ts`", `${here} “no such ${"name"}”`, "`src/main.ts`", "`README.md`"];
  for (const cell of [...none, ...elsewhere])
    expect(found(...right, cell)).toEqual([`line 6 names what is not there: ${cell}`]);
  expect(found("Authority 2")).toEqual(["Authority 1 is named by no line"]);
});

test("every criterion of level A and AA has its line in the report on accessibility, once", () => {
  const lines = (papers.get(`${FOLDER}accessibility.md`) ?? "").matchAll(/^\| 9\.([1-4]\.\d\.\d+) /gm);
  expect([...lines].map(([, criterion]) => criterion)).toEqual([...CRITERIA]);
});

test("nothing of the program is a recording of sound or pictures, nor an animation without end", async () => {
  const pages = [...(await sourceFiles(["src"]))].filter(([file]) => !/\.test\.ts$|\/text\//.test(file));
  expect(
    pages
      .filter(([, text]) => /<(audio|video|marquee|blink|embed)\b|animation[^;]*\binfinite\b/.test(text))
      .map(([file]) => file),
  ).toEqual([]);
});

/** WCAG 2.1, level A and AA: https://www.w3.org/TR/WCAG21/ */
const CRITERIA: readonly string[] = [
  ["1.1", [1]],
  ["1.2", [1, 2, 3, 4, 5]],
  ["1.3", [1, 2, 3, 4, 5]],
  ["1.4", [1, 2, 3, 4, 5, 10, 11, 12, 13]],
  ["2.1", [1, 2, 4]],
  ["2.2", [1, 2]],
  ["2.3", [1]],
  ["2.4", [1, 2, 3, 4, 5, 6, 7]],
  ["2.5", [1, 2, 3, 4]],
  ["3.1", [1, 2]],
  ["3.2", [1, 2, 3, 4]],
  ["3.3", [1, 2, 3, 4]],
  ["4.1", [1, 2, 3]],
].flatMap(([guideline, numbers]) => (numbers as number[]).map((number) => `${guideline}.${number}`));
