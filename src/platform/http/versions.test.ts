import type { FastifyRequest } from "fastify";
import { expect, test } from "vitest";
import { requiredVersionIn, versionIn } from "./versions.ts";

const asking = (header?: string) => ({ headers: { "if-match": header } }) as unknown as FastifyRequest;

test("the version seen is read however it is quoted", () => {
  for (const header of ['"7"', "7", 'W/"7"', ' "7" ']) expect(versionIn(asking(header))).toBe(7);
});

test("none, any, or one of several is not the one that was seen", () => {
  for (const header of [undefined, "*", '"7", "8"']) {
    expect(versionIn(asking(header))).toBeNull();
    expect(() => requiredVersionIn(asking(header))).toThrow("version-missing");
  }
});

test("what is no version is said to be none", () => {
  for (const header of ["", '"seven"', "x7", '"7"x', '"1234567890"'])
    expect(() => versionIn(asking(header))).toThrow("request-malformed");
});
