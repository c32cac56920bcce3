import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { sourceFiles } from "./source-files.ts";
import { sharedAgain, staffSheets, styleFindings } from "./styles.ts";

const files = await sourceFiles(["src"]);

test("no sheet styles the button anew, asks for a width or a colour that nobody has named, or is in another's way", () => {
  expect(styleFindings(files).map(inWords)).toEqual([]);
});

/** A sheet of each module whose components have one: none may be left out. */
const sheets = [...new Map(staffSheets(files).map(([file]) => [file.split("/")[1], file])).values()];

const FAULTS = [
  ["@media (width < 613px) { }", "613px is none of the named widths"],
  ["@container (40rem <= width < 900px) { }", "40rem is none of the named widths"],
  ["@media (min-width: 641px) and (height >= 600px) { }", "write it with < or >="],
  [".planted-frame .button:hover { }", ".button is styled anew"],
  ["h1.btn__word { }", ".btn__word does not say what it is"],
  [".planted-frame > p { }", ".planted-frame is nobody's"],
  ["p { color: var(--planted); }", "--planted is set nowhere"],
] as const;

test("planted faults are found in each of them, and nowhere else", () => {
  const planted = FAULTS.map(([rule]) => rule).join("\n");
  const everywhere = sheets.map((file) => [file, `${files.get(file)}\n${planted}`] as const);
  const found = Map.groupBy(styleFindings(new Map([...files, ...everywhere])), ({ file }) => file);
  expect([...found.keys()].sort()).toEqual(sheets.toSorted());
  for (const findings of found.values())
    for (const [, words] of FAULTS) expect(findings.map(inWords)).toContainEqual(expect.stringContaining(words));
});

test("a planted fault is found: a class of two modules", () => {
  const [one, other] = ["src/diary/ui/diary.css", "src/search/ui/results/search.css"];
  const twice = new Map(files);
  for (const file of [one, other]) twice.set(file, `${files.get(file)}\n.planted { }`);
  expect(styleFindings(twice).map(inWords)).toContain(`${other}: .planted is styled in ${one} too`);
});

test("what staff and citizens share is styled once", () => {
  expect(sharedAgain(files).map(inWords)).toEqual([]);
  const file = "src/entrance/screen/kiosk.css";
  const planted = new Map(files).set(file, `${files.get(file)}\n.kiosk .input, .button { }`);
  expect(sharedAgain(planted).map(inWords)).toEqual([`${file}: .button is styled in src/kit/styles for everybody`]);
});
