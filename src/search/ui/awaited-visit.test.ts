import { expect, test } from "vitest";
import type { AppointmentInList } from "../../appointments/contract.ts";
import type { Status } from "../../appointments/statuses.ts";
import type { FoundPerson } from "../contract.ts";
import { awaitedVisit } from "./awaited-visit.ts";

const TODAY = "2026-11-24";
const visit = (date: string, status: Status) => ({ id: `${date} ${status}`, date, status }) as AppointmentInList;
const person = (coming: readonly AppointmentInList[], past: readonly AppointmentInList[]) =>
  ({ coming, past }) as FoundPerson;

test.each<[what: string, person: FoundPerson, id: string | undefined]>([
  ["late, and nothing ahead", person([], [visit(TODAY, "booked")]), `${TODAY} booked`],
  ["late, and more ahead", person([visit("2026-11-26", "booked")], [visit(TODAY, "booked")]), `${TODAY} booked`],
  ["waits past the time", person([], [visit(TODAY, "arrived")]), `${TODAY} arrived`],
  ["served today", person([visit("2026-11-26", "booked")], [visit(TODAY, "served")]), "2026-11-26 booked"],
  ["never noted, on another day", person([], [visit("2026-11-20", "booked")]), undefined],
])("%s", (_, found, id) => {
  expect(awaitedVisit(found, TODAY)?.id).toBe(id);
});
