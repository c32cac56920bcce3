import { expect, test } from "vitest";
import type { OfficeOverview, QueueOverview } from "../../contract.ts";
import { presenceAt, sortedOffices } from "./offices-order.ts";
import "../../../text/pages.ts";

const queue = (changes: Partial<QueueOverview> = {}): QueueOverview => ({
  number: 1,
  name: "Ουρά 1",
  active: true,
  employee: null,
  closed: null,
  free: 0,
  offered: 20,
  taken: 0,
  open: [{ from: "08:00", to: "14:00" }],
  visits: [],
  ...changes,
});
const office = (name: string, ...free: number[]): OfficeOverview => ({
  code: name,
  name,
  holiday: null,
  closed: null,
  next: null,
  counts: { booked: 0, arrived: 0, "in-service": 0, served: 0, "no-show": 0, left: 0 },
  queues: free.map((each) => queue({ free: each })),
});

test("by name as Greeks sort, or those with most room first", () => {
  const offices = [office("Ωρωπού", 3), office("Ανδρίτσαινας", 1), office("Άνω Βρύσης", 2, 2), office("Γιαλού", 3)];
  const names = (sort?: "free") => sortedOffices(offices, sort).map(({ name }) => name);
  expect(names()).toEqual(["Ανδρίτσαινας", "Άνω Βρύσης", "Γιαλού", "Ωρωπού"]);
  expect(names("free")).toEqual(["Άνω Βρύσης", "Γιαλού", "Ωρωπού", "Ανδρίτσαινας"]);
});

test("who serves, who has no visitor, who is not expected to serve", () => {
  const visit = (status: "booked" | "arrived" | "in-service") => ({ from: "10:30", to: "10:45", status });
  expect(presenceAt(queue({ visits: [visit("in-service")] }), "10:42")).toBe("is-serving");
  expect(presenceAt(queue({ visits: [visit("booked")] }), "10:42")).toBe("is-idle");
  expect(presenceAt(queue({ visits: [visit("arrived")] }), "10:42")).toBeNull();
  expect(presenceAt(queue(), "14:00")).toBeNull();
  expect(presenceAt(queue({ active: false }), "10:42")).toBeNull();
});
