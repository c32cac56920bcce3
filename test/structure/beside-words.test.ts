import { posix } from "node:path";
import { expect, test } from "vitest";
import { besideGreek } from "../../src/text/greek/beside-greek.ts";
import { importedBy } from "./reach.ts";
import { type Files, sourceFiles } from "./source-files.ts";

const OF_BESIDE = new RegExp(`["\`](${Object.keys(besideGreek).join("|")})\\.[\\w$-]+`, "g");
const LATER = /\bimport\("([^"]+)"\)/g;

/** As the browser fetches it: types are nothing to it, and what is imported by a call comes later. */
const atOnce = (files: Files): Files =>
  new Map([...files].map(([file, text]) => [file, text.replaceAll(/^import type .*$/gm, "").replaceAll(LATER, "")]));

/** What the day says itself, or a part that is fetched after it, before the words are there: it would be drawn as its key. */
function findings(files: Files): string[] {
  const fetched = atOnce(files);
  const says = (file: string): string[] =>
    file.startsWith("src/text/")
      ? []
      : [...(fetched.get(file) ?? "").matchAll(OF_BESIDE)].map(([key]) => `${file}: ${key.slice(1)}`);
  const first = importedBy(["src/web/main.tsx"], fetched);
  const parts = [...first]
    .filter((file) => file !== "src/web/router.tsx")
    .flatMap((file) => [...(files.get(file) ?? "").matchAll(LATER)].map(([, path = ""]) => inFolderOf(file, path)));
  const ofParts = parts
    .map((part) => importedBy([part], fetched))
    .filter((reached) => !reached.has("src/text/beside.ts"));
  return [...new Set([...first, ...ofParts.flatMap((reached) => [...reached])])].flatMap(says);
}

const inFolderOf = (file: string, path: string): string => posix.join(posix.dirname(file), path);

test("the day, and each part that is fetched after it, says nothing whose words it does not bring", async () => {
  expect(findings(await sourceFiles(["src"]))).toEqual([]);
});

test("a planted one is found: on the day, and in a part without the words", async () => {
  const files = await sourceFiles(["src"]);
  const plant = (path: string, change: (text: string) => string) =>
    findings(new Map([...files, [path, change(files.get(path) as string)]]));
  const inMenu = "src/kit/menu/open-menu.tsx";
  expect(plant("src/web/shell/main-navigation.tsx", (text) => `${text}\nt("mails.title")`)).toHaveLength(1);
  expect(plant(inMenu, (text) => `${text}\nt("panel.back")`)).toEqual([`${inMenu}: panel.back`]);
  const table = "src/appointments/ui/table/appointment-table.tsx";
  expect(plant(table, (text) => text.replace(/import ".*text\/beside.ts";/, "")).length).toBeGreaterThan(0);
});
