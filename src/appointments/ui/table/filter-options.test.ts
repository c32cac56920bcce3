import { expect, test } from "vitest";
import type { Office } from "../../../offices/contract.ts";
import { textIn } from "../../../text/text.ts";
import type { Day } from "../../contract.ts";
import type { Status } from "../../statuses.ts";
import { fullChoice, optionsOf, shortChoice } from "./filter-options.ts";
import type { ListedVisit } from "./rows.ts";

const t = textIn("el");
const office = {
  services: [{ code: "copy", name: "Αντίγραφα", nameEn: "Copies" }],
  notOffered: [],
} as unknown as Office;
const visit = (queue: number | null, status: Status, channel = "phone") =>
  ({ queue, status, service: "copy", channel }) as ListedVisit;
const day = {
  queues: [
    { number: 1, name: "Ουρά 1" },
    { number: 2, name: "Ουρά 2" },
    { number: 3, name: "Θυρίδα ΑμεΑ" },
  ],
} as unknown as Day;
const visits = [visit(1, "booked"), visit(1, "cancelled"), visit(null, "arrived", "in-person")];
const words = { t, language: "el" as const, office, day, visits };

test("each queue with how many rows it has", () => {
  expect(optionsOf("queues", {}, words).map(({ label, short, count }) => [label, short, count])).toEqual([
    ["Ουρά 1", "1", 2],
    ["Ουρά 2", "2", 0],
    ["Θυρίδα ΑμεΑ", "Θυρίδα ΑμεΑ", 0],
  ]);
});

test("a filter that came along from another office is named, and can be unticked", () => {
  const queues = optionsOf("queues", { queues: [9] }, words);
  expect(queues.at(-1)).toMatchObject({ value: 9, label: "Ουρά 9 (δεν υπάρχει εδώ)", count: 0 });
  const services = optionsOf("services", { services: ["passport"] }, words);
  expect(services.map(({ label }) => label)).toEqual(["Αντίγραφα", "passport (δεν υπάρχει εδώ)"]);
});

test("a choice in short: all, one, two, so many of so many", () => {
  const queues = optionsOf("queues", {}, words);
  expect(shortChoice(queues, [], t)).toBe("Όλες");
  expect(shortChoice(queues, [3], t)).toBe("Θυρίδα ΑμεΑ");
  expect(shortChoice(queues, [2, 1], t)).toBe("1 και 2");
  expect(shortChoice(queues, [1, 3], t)).toBe("2 από 3");
});

test("a choice in full: what is in it, or the one thing that is not", () => {
  const statuses = optionsOf("statuses", {}, words);
  expect(fullChoice(statuses, ["booked", "arrived"], words)).toBe("Αναμένεται και Προσήλθε");
  const allButServed = statuses.map(({ value }) => value).filter((value) => value !== "served");
  expect(fullChoice(statuses, allButServed, words)).toBe("όλες εκτός από «Εξυπηρετήθηκε»");
  expect(fullChoice(statuses, ["booked"], { t: textIn("en"), language: "en" })).toBe("Αναμένεται");
});

test("held places are a choice only where there are any", () => {
  const values = (of: readonly ListedVisit[]) =>
    optionsOf("statuses", {}, { ...words, visits: of }).map(({ value }) => value);
  expect(values(visits)).not.toContain("held");
  expect(values([visit(1, "held")])).toContain("held");
});
