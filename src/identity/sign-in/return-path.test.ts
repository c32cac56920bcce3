import { expect, test } from "vitest";
import { localPath } from "./return-path.ts";

test.each(["/", "/9901", "/9901/days/2026-11-24?view=table&queue=2", "/a%2Fb", "/%CE%B1"])("%s stays", (path) => {
  expect(localPath(path)).toBe(path);
});

test.each([
  undefined,
  ["/a", "/b"],
  "",
  "9901",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/a\\b",
  "/../..//evil.example",
  "/./\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/a b",
  "/\r\nset-cookie: a=b",
  "/sign-in",
  "/callback?code=1",
  "/api/me",
  `/${"a".repeat(600)}`,
])("%j leads home", (path) => {
  expect(localPath(path)).toBe("/");
});
