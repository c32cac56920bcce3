import { readdir, stat } from "node:fs/promises";
import { expect, test } from "vitest";
import { manualOf } from "../../src/help/manual.ts";
import { NAMED_PAGES } from "../../src/help/ui/page-names.ts";
import { PAGE_ADDRESSES } from "../../src/page-addresses.ts";
import type { Language } from "../../src/text/text.ts";
import { KEYS, KEYS_OF_OFFICES } from "../../src/web/shell/keys.ts";
import { catalogues } from "../structure/catalogues.ts";
import { inWords } from "../structure/finding.ts";
import { ROOT } from "../structure/source-files.ts";
import { MANUAL_FOLDER, readManual } from "./files.ts";
import { helplessPages, type Known, manualFindings } from "./findings.ts";
import { labelsOf } from "./labels.ts";
import { stepsOf } from "./steps.ts";
import "../../src/text/pages.ts";

/** Keys that act by themselves everywhere, those of forms, and the marks of the list that is caught up. */
const OTHER_KEYS = ["Tab", "Enter", "Esc", "Ctrl + Enter", "Alt + 1", "Alt + 2", "Alt + 3", "1", "2", "3", "4"];
/** What only an operator's terminal says is on no screen. */
const TERMINAL = ["command-line.json", "import.json"];
/** They show a page of another address, or the help itself. */
const WITHOUT_HELP = /^\/(signed-in|help.*)?$/;
const ON_A_SCREEN = PAGE_ADDRESSES.filter((address) => !WITHOUT_HELP.test(address));
const FIGURES = `${ROOT}${MANUAL_FOLDER}/figures/`;
const MOST_BYTES = 60 * 1024;
const MOST_FIGURES = 12;

const figures = (await readdir(FIGURES)).filter((name) => name.endsWith(".png"));

async function known(language: Language): Promise<Known> {
  const rooms = [...(await catalogues(language))].filter(([room]) => !TERMINAL.includes(room));
  return {
    labels: labelsOf(Object.fromEntries(rooms)),
    keys: new Set([...[...KEYS, KEYS_OF_OFFICES].map(([key]) => key), ...OTHER_KEYS]),
    addresses: PAGE_ADDRESSES,
    figures,
  };
}

test.each(["el", "en"] as const)("all that the manual names is there: %s", async (language) => {
  const manual = await readManual(language);
  expect(manual.length).toBeGreaterThanOrEqual(language === "el" ? 22 : 10);
  expect(manualFindings(manual, language, await known(language)).map(inWords)).toEqual([]);
});

test("every page of the staff has a task of its own, and a name in the help", async () => {
  expect(helplessPages(await readManual("el"), ON_A_SCREEN)).toEqual([]);
  expect([...NAMED_PAGES].sort()).toEqual(ON_A_SCREEN.toSorted());
});

test("figures are few and small, and each is shown", async () => {
  const texts = JSON.stringify([await readManual("el"), await readManual("en")]);
  expect(figures.length).toBeLessThanOrEqual(MOST_FIGURES);
  expect(figures.filter((name) => !texts.includes(`"${name}"`))).toEqual([]);
  const sizes = await Promise.all(figures.map(async (name) => (await stat(FIGURES + name)).size));
  expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(MOST_BYTES);
});

const PAGES = "/offices/$office/queues";
const task = (text: string, pages = PAGES) =>
  manualOf({
    "planted.md": `---\ntitle: Μία\nrole: operator\nchapter: day\norder: 1\npages: ${pages}\n---\n\n${text}\n`,
  });

test.each([
  ["a label that is not on the screen", "Πατήστε **Νέα σειρά**.", '9: "Νέα σειρά" is not on the screen'],
  ["in a step that goes on", "1. Πατήστε\n   **Νέα ουρά**.\n2. Πατήστε **Νέα σειρά**.", '11: "Νέα σειρά" is not'],
  ["a part of a label", "Πατήστε **Νέα**.", '9: "Νέα" is not on the screen'],
  ["a key of nothing", "Πατήστε `J`.", "9: J is no key of the program"],
  ["a task that nobody wrote", "Δείτε [τις ουρές](planted-too.md).", "9: there is no task planted-too.md"],
  ["a figure that nobody took", "![Οι ουρές](../figures/planted.png)", "1: there is no figure planted.png"],
  ["a step that nobody can play", "1. Βρείτε το **Νέα ουρά**.", '1: "Βρείτε το Νέα ουρά." does not say what is done.'],
])("a planted fault is found: %s", async (_name, text, expected) => {
  expect(manualFindings(task(text), "el", await known("el")).map(inWords)).toEqual([
    expect.stringContaining(`docs/manual/el/planted.md: ${expected}`),
  ]);
});

test("a planted fault is found: a page that is gone, and one without help", async () => {
  const planted = task("Λέξεις.", "/offices/$office/planted");
  expect(manualFindings(planted, "el", await known("el"))).toHaveLength(1);
  expect(helplessPages(task("Λέξεις."), [PAGES, "/days/$date"])).toEqual(["/days/$date"]);
});

test("a step says what is done, with what, and where", () => {
  const [planted] = task(
    "1. Στην ουρά «Ουρά 2» πατήστε `N` ή **Ωράριο**. Γράψτε «9:00» στο **Από**. Θα δείτε **Ναι.** Αν όχι, `Esc`.",
  );
  expect(stepsOf(planted as never, "el").map(({ deeds }) => deeds)).toEqual([
    [
      {
        act: "press",
        either: [
          { kind: "key", text: "N" },
          { kind: "label", text: "Ωράριο" },
        ],
        within: "Ουρά 2",
      },
      { act: "type", text: "9:00", field: "Από" },
      { act: "see", either: [{ kind: "label", text: "Ναι." }] },
    ],
  ]);
});
