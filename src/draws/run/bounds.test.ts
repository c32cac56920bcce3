import { expect, test } from "vitest";
import { boundsOf } from "./course.ts";

const of = (places: number, emailPercent: number, phonePercent = 100) =>
  boundsOf({ emailPercent, phonePercent }, [{ office: "5001", date: "2026-12-14", part: 0, runs: [places] }]);

test("of few places a share is one still, of many rounded down; none is none only where the ministry says so", () => {
  expect(of(7, 10)).toEqual({ email: 1 });
  expect(of(19, 10)).toEqual({ email: 1 });
  expect(of(29, 10)).toEqual({ email: 2 });
  expect(of(7, 0)).toEqual({ email: 0 });
  expect(of(7, 10, 1)).toEqual({ email: 1, phone: 1 });
  expect(of(7, 100)).toEqual({});
});
