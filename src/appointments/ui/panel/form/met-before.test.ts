import { expect, test } from "vitest";
import type { FoundPerson } from "../../../../search/contract.ts";
import { emptyDraft } from "./draft.ts";
import { metPeople, textsOfMet } from "./met-before.ts";

const visit = (status: string, date: string) => ({ status, date, service: "copy" }) as FoundPerson["past"][number];
const person = (lastName: string, more: Partial<FoundPerson> = {}): FoundPerson => ({
  lastName,
  firstName: "Ελένη",
  business: null,
  phone: "+306944123456",
  email: null,
  match: "written",
  coming: [],
  past: [],
  ...more,
});

test("those whose surname begins as typed come first, with what is coming and what they came for", () => {
  const coming = [visit("booked", "2026-11-26")];
  const past = [visit("no-show", "2026-10-20"), visit("served", "2026-10-12"), visit("served", "2026-09-01")];
  const met = metPeople([person("Ραπαδοπ", { match: "sound" }), person("Παπαδοπούλου", { coming, past })], "παπαδοπ");
  expect(met.map(({ lastName, typed }) => [lastName, typed])).toEqual([
    ["Παπαδοπούλου", 7],
    ["Ραπαδοπ", 0],
  ]);
  expect(met[0]).toMatchObject({ visits: 2, next: coming[0], last: past[1] });
});

test("nobody who is only nearly called so, nobody without a name, and no more than can be read", () => {
  expect(metPeople([person("Παπαδάκη", { match: "near" }), person("")], "Παπαδ")).toEqual([]);
  expect(
    metPeople(
      Array.from({ length: 9 }, () => person("Παππά")),
      "Παπ",
    ),
  ).toHaveLength(4);
});

test("names are filled in; a telephone that was typed is the newer and stays", () => {
  const [met] = metPeople([person("Παπαδοπούλου", { email: "eleni@example.org" })], "Παπ");
  if (!met) throw new Error("nobody");
  expect(textsOfMet(met, emptyDraft("copy"))).toEqual({
    lastName: "Παπαδοπούλου",
    firstName: "Ελένη",
    phone: "694\u00a0412\u00a03456",
    email: "eleni@example.org",
  });
  expect(textsOfMet(met, { ...emptyDraft("copy"), phone: "210 5550147" })).not.toHaveProperty("phone");
});
