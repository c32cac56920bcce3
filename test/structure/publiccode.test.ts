import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LANGUAGES } from "../../src/text/languages.ts";
import { ROOT } from "./source-files.ts";

const read = (file: string): string => readFileSync(ROOT + file, "utf8");
const entry = read("publiccode.yml");
const program = JSON.parse(read("package.json")) as { readonly version: string; readonly license: string };

/** Lines below a key that are further in than it is, without their indentation */
function below(text: string, key: string): string[] {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => line.trim() === `${key}:`);
  const depth = (line: string) => line.search(/\S/);
  const [first, ...others] = lines.slice(at + 1);
  const end = others.findIndex((line) => line.trim() !== "" && depth(line) < depth(first as string));
  const indent = depth(first as string);
  return [first as string, ...others.slice(0, end < 0 ? undefined : end)].map((line) => line.slice(indent));
}

test("the catalogue of public code names the languages that citizens read, the version and the licence", () => {
  expect(below(entry, "availableLanguages").map((line) => line.replace(/^- /, ""))).toEqual([...LANGUAGES]);
  expect(entry).toContain(`\nsoftwareVersion: ${program.version}\n`);
  expect(entry).toContain(`\n  license: ${program.license}\n`);
});

test("what it says of the program in Greek and English is as long as the catalogue takes it", () => {
  const description = below(entry, "description");
  expect(description.filter((line) => /^\w/.test(line))).toEqual(["el:", "en:"]);
  for (const language of ["el", "en"]) {
    const [general = "", short = "", , ...rest] = below(description.join("\n"), language);
    const longEnd = rest.indexOf("features:");
    expect(general.replace("genericName: ", "").length).toBeLessThanOrEqual(35);
    expect(short).toMatch(/^shortDescription: .{20,150}$/u);
    expect(rest.slice(0, longEnd).join("").length).toBeGreaterThan(150);
    expect(rest.slice(longEnd + 1).filter((line) => line.startsWith("  - ")).length).toBeGreaterThan(3);
  }
});

/** What a catalogue refuses an entry without, but `url`, which only whoever publishes it knows: docs/compliance/README.md. */
const NEEDED = [
  "publiccodeYmlVersion",
  "name",
  "developmentStatus",
  "softwareType",
  "platforms",
  "categories",
  "legal",
  "maintenance",
  "localisation",
  "description",
] as const;

test("it says all that a catalogue needs but its publisher's own address, which is listed as theirs", () => {
  for (const key of NEEDED) expect(entry).toMatch(new RegExp(`^${key}:`, "m"));
  expect(entry).toMatch(/^maintenance:\n {2}type: (none|internal|contract|community)$/m);
  expect(entry).toMatch(/^ {2}localisationReady: (true|false)$/m);
  const isKnown = /^url: https:\/\/\S+$/m.test(entry);
  expect(isKnown || /^\| \d+ \| Publisher \| `url` /m.test(read("docs/compliance/README.md"))).toBe(true);
});

test("the pictures that it names are there", () => {
  const pictures = [...entry.matchAll(/^ {6}- (docs\/\S+)$/gm)].map(([, file]) => file as string);
  expect(pictures.length).toBeGreaterThan(1);
  for (const file of pictures) expect(existsSync(ROOT + file), file).toBe(true);
});
