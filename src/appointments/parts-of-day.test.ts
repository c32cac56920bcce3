import { expect, test } from "vitest";
import { inPartsOfDay } from "./parts-of-day.ts";

test("times stand under morning, noon and afternoon, and a part without any is not there", () => {
  expect(inPartsOfDay(["08:00", "11:45", "12:00", "14:59", "15:00"])).toEqual([
    { name: "morning", times: ["08:00", "11:45"] },
    { name: "noon", times: ["12:00", "14:59"] },
    { name: "afternoon", times: ["15:00"] },
  ]);
  expect(inPartsOfDay(["09:00"]).map(({ name }) => name)).toEqual(["morning"]);
});
