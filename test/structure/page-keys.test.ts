import { expect, test } from "vitest";
import { type Files, sourceFiles } from "./source-files.ts";

const LISTENS = /(?:^|[^.\w]|document\.|window\.|globalThis\.|body\.)addEventListener\(\s*["']key/m;
const DRAWS_MODAL = /<dialog\b/;
/** Each the only one of its kind. */
const GATE = "src/kit/shortcuts.ts";
const DIALOG = "src/kit/ui/dialog.tsx";

function findings(files: Files): string[] {
  return [...files].flatMap(([file, text]) => [
    ...(LISTENS.test(text) && file !== GATE ? [`${file} listens for the page's keys beside usePageKeys`] : []),
    ...(DRAWS_MODAL.test(text) && file !== DIALOG ? [`${file} draws a modal dialog beside Dialog`] : []),
  ]);
}

const scripts = async () =>
  new Map([...(await sourceFiles(["src"]))].filter(([file]) => /(?<!\.test)\.tsx?$/.test(file)));

test("keys of the page are heard in one place, and what is modal is drawn in one, so that no key acts behind it", async () => {
  expect(findings(await scripts())).toEqual([]);
});

test("planted ones are found", () => {
  const planted = new Map([
    ["src/a.tsx", 'document.addEventListener("keydown", listen);'],
    ["src/b.tsx", 'useEffect(() => {\n  addEventListener("keyup", listen);'],
    ["src/c.tsx", "return <dialog open />;"],
    ["src/d.tsx", 'input.addEventListener("keydown", keepTab);'],
  ]);
  expect(findings(planted).map((finding) => finding.split(" ", 1)[0])).toEqual(["src/a.tsx", "src/b.tsx", "src/c.tsx"]);
});
