import fc from "fast-check";
import { expect, test } from "vitest";
import { type WordRun, wordChanges } from "./word-changes.ts";

/** «[…]» around what changed. */
const marked = (lines: readonly (readonly WordRun[])[]) =>
  lines.map((runs) => runs.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join(""));
const between = (before: readonly string[], after: readonly string[]) => {
  const changes = wordChanges(before, after);
  return [marked(changes.before), marked(changes.after)];
};

test("words that were added to a line, and lines that came instead of another", () => {
  expect(
    between(
      ["ταυτότητα", "τα δικαιολογητικά του οχήματος"],
      ["ταυτότητα ή διαβατήριο, και οι δύο", "τέλη κυκλοφορίας του έτους, πληρωμένα"],
    ),
  ).toEqual([
    ["ταυτότητα", "[τα δικαιολογητικά του οχήματος]"],
    ["ταυτότητα [ή διαβατήριο, και οι δύο]", "[τέλη κυκλοφορίας του έτους, πληρωμένα]"],
  ]);
});

test("a word that became another is marked in both, also in the midst of a line", () => {
  expect(between(["η παλιά άδεια κυκλοφορίας"], ["η πρωτότυπη άδεια κυκλοφορίας"])).toEqual([
    ["η [παλιά] άδεια κυκλοφορίας"],
    ["η [πρωτότυπη] άδεια κυκλοφορίας"],
  ]);
});

test("lines that only changed their places are not marked; one that stands twice is taken once", () => {
  expect(between(["α β", "γ δ"], ["γ δ", "α β", "α β"])).toEqual([
    ["α β", "γ δ"],
    ["γ δ", "α β", "[α β]"],
  ]);
});

test("an article in common makes no line of another", () => {
  expect(between(["το έγγραφο"], ["το διαβατήριο"])).toEqual([["[το έγγραφο]"], ["[το διαβατήριο]"]]);
});

const lines = fc.array(
  fc.array(fc.constantFrom("α", "β", "γ", ",", " δ"), { minLength: 1 }).map((words) => words.join(" ")),
);
test("nothing is lost, what was kept is the same in both, and of equal lists nothing is marked", () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const changes = wordChanges(before, after);
      const whole = (side: typeof changes.before) => side.map((runs) => runs.map(({ text }) => text).join(""));
      expect([whole(changes.before), whole(changes.after)]).toEqual([before, after]);
      const kept = (side: typeof changes.before) =>
        side
          .flat()
          .filter(({ isChanged }) => !isChanged)
          .flatMap(({ text }) => text.match(/\S/g) ?? [])
          .sort();
      expect(kept(changes.before)).toEqual(kept(changes.after));
      const same = wordChanges(before, before);
      expect([...same.before, ...same.after].flat().some(({ isChanged }) => isChanged)).toBe(false);
    }),
  );
});
