import { expect, test } from "vitest";
import { hasUnchanged, takesEncoding } from "./negotiation.ts";

test.each([
  ["gzip", true],
  ["br, GZIP;q=0.5", true],
  ["*", true],
  ["deflate, *;q=0.1", true],
  ["gzip;q=0", false],
  ["gzip; q=0.000, *", false],
  ["br", false],
  ["x-gzip", false],
  ["", false],
])("whoever takes «%s» takes gzip: %s", (header, isTaken) => {
  expect(takesEncoding({ headers: { "accept-encoding": header } }, "gzip")).toBe(isTaken);
});

test("whoever says nothing takes it as it is", () => {
  expect(takesEncoding({ headers: {} }, "gzip")).toBe(false);
  expect(hasUnchanged({ headers: {} }, '"a"')).toBe(false);
});

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"a"', true],
  ["*", true],
  ['"b"', false],
  ["a", false],
  ["", false],
])('whoever has %s has "a" already: %s', (header, has) => {
  expect(hasUnchanged({ headers: { "if-none-match": header } }, '"a"')).toBe(has);
  expect(hasUnchanged({ headers: { "if-none-match": header } }, 'W/"a"')).toBe(has);
});
