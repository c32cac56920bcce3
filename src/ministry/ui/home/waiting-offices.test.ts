import { expect, test } from "vitest";
import type { OfficeProgress } from "../../contract.ts";
import { missingQuestionnaires, readyToOpen } from "./waiting-offices.ts";

const office = (state: OfficeProgress["state"], actions: number, region: string | null) =>
  ({ state, actions, region }) as OfficeProgress;
const offices = [
  office("done", 4, "Κρήτης"),
  office("done", 4, "Αττικής"),
  office("done", 4, null),
  office("under-way", 4, "Κρήτης"),
  office("under-way", 3, "Κρήτης"),
  office("not-begun", 0, "Αττικής"),
];

test("ready is who has joined where booking is not open, by region or in the country", () => {
  const at = (...regions: readonly (string | null)[]) => regions.map((region) => ({ region }));
  expect(readyToOpen(offices, [])).toBe(3);
  expect(readyToOpen(offices, at("Κρήτης"))).toBe(2);
  expect(readyToOpen(offices, at(null))).toBe(0);
});

test("a questionnaire is missing where all four actions are done, and nothing was submitted", () => {
  expect(missingQuestionnaires(offices)).toBe(1);
});
