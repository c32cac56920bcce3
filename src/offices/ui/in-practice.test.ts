import { expect, test } from "vitest";
import { inPractice } from "./in-practice.ts";

const queue = (number: number, slotMinutes: number) => ({ number, name: `Ουρά ${number}`, slotMinutes });

test("whole slots: nothing to say where the minutes fill them", () => {
  expect(inPractice(20, [queue(1, 10), queue(2, 20)])).toEqual([]);
});

test("said for each queue where it takes longer", () => {
  expect(inPractice(15, [queue(1, 10), queue(2, 15), queue(3, 20), queue(4, 40)])).toEqual([
    { takes: 20, queues: ["Ουρά 1", "Ουρά 3"], isEverywhere: false },
    { takes: 40, queues: ["Ουρά 4"], isEverywhere: false },
  ]);
});

test("and once where it does so everywhere", () => {
  expect(inPractice(5, [queue(1, 10), queue(2, 10)])).toMatchObject([{ takes: 10, isEverywhere: true }]);
});

test.each([0, -5, 12.5, Number.NaN])("no length, nothing said: %s", (minutes) => {
  expect(inPractice(minutes, [queue(1, 10)])).toEqual([]);
});
