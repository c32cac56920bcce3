import { expect, test } from "vitest";
import { longerThanUsual } from "./longer.ts";

test("longer time says what is held, and what it would have been in whole slots of the queue", () => {
  const terms = { minutes: new Map([["copies", 10]]), common: 0, longer: 10 };
  const visit = { service: "copies", moreServices: [], companions: [], needs: ["longer-time" as const], minutes: 20 };
  expect(longerThanUsual(visit, terms, 10)).toEqual({ minutes: 20, usual: 10 });
  expect(longerThanUsual({ ...visit, minutes: 30 }, terms, 15)).toEqual({ minutes: 30, usual: 15 });
  expect(longerThanUsual({ ...visit, needs: [] }, terms, 10)).toBeNull();
  // As it was booked before the service took longer here.
  expect(longerThanUsual({ ...visit, minutes: 10 }, terms, 10)).toBeNull();
});
