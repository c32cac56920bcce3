import { expect, test } from "vitest";
import { remembered } from "./remembered.ts";

test("what was asked is answered without the work, unless it is long; after very many it begins anew", () => {
  const asked: string[] = [];
  const lengthOf = remembered((question) => asked.push(question) && question.length);
  const long = "α".repeat(101);
  expect(["ab", "ab", long, long].map(lengthOf)).toEqual([2, 2, 101, 101]);
  expect(asked).toEqual(["ab", long, long]);
  for (let number = 0; number < 10_000; number++) lengthOf(String(number));
  lengthOf("ab");
  expect(asked.filter((question) => question === "ab")).toHaveLength(2);
});
