import { expect, test } from "vitest";
import { besideGreek } from "../../src/text/greek/beside-greek.ts";
import { pagesGreek } from "../../src/text/greek/pages-greek.ts";
import { importedBy, importedByEach } from "./reach.ts";
import { type Files, sourceFiles } from "./source-files.ts";

const wordsAmong = (sections: object): RegExp =>
  new RegExp(`["\`](${Object.keys(sections).join("|")})\\.[\\w$-]+`, "g");
const OF_PAGES = wordsAmong(pagesGreek);

/** What the day says though only the pages behind it have the words: it would be drawn as its key. */
function findings(files: Files): string[] {
  const router = (files.get("src/web/router.tsx") ?? "").replaceAll(/lazyPage\(\(\) => import\("[^"]+"\)/g, "");
  const ofDay = importedBy(["src/web/main.tsx"], new Map([...files, ["src/web/router.tsx", router]]));
  return [...ofDay]
    .filter((file) => !file.startsWith("src/text/"))
    .flatMap((file) => [...(files.get(file) ?? "").matchAll(OF_PAGES)].map(([key]) => `${file}: ${key.slice(1)}`));
}

const says = (words: RegExp, file: string, files: Files): boolean =>
  !file.startsWith("src/text/") && (files.get(file) ?? "").search(words) >= 0;

test("the day says nothing in words that come with the pages behind it only", async () => {
  expect(findings(await sourceFiles(["src"]))).toEqual([]);
});

test.each([
  ["src/text/pages.ts", OF_PAGES],
  ["src/text/beside.ts", wordsAmong(besideGreek)],
])("a test that reads words of %s brings them, whichever files ran before it", async (bringing, words) => {
  const files = await sourceFiles(["src", "test", "trial"]);
  const tests = [...files.keys()].filter((file) => file.endsWith(".test.ts") && !file.startsWith("test/structure/"));
  const saying = new Set([...files.keys()].filter((file) => says(words, file, files)));
  const without = [...importedByEach(tests, files)].filter(
    ([, reached]) => !reached.has(bringing) && !reached.isDisjointFrom(saying),
  );
  expect(without.map(([file]) => file)).toEqual([]);
});

test("a planted one is found, in what the day fetches later too, and not in a page", async () => {
  const files = await sourceFiles(["src"]);
  const plant = (path: string) => findings(new Map([...files, [path, `${files.get(path)}\nt("diary.title")`]]));
  expect(plant("src/web/shell/main-navigation.tsx")).toEqual(["src/web/shell/main-navigation.tsx: diary.title"]);
  expect(plant("src/appointments/ui/panel/appointment-panel.tsx")).toHaveLength(1);
  expect(plant("src/diary/ui/diary-page.tsx")).toEqual([]);
});
