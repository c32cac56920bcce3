import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { isPageAddress, isStaffAddress, PAGE_ADDRESSES } from "../../src/page-addresses.ts";

test("the server knows the addresses that the staff application has, and no others", async () => {
  const router = await readFile(new URL("../../src/web/router.tsx", import.meta.url), "utf8");
  const paths = [...router.matchAll(/\bpath: "([^"]+)"/g)].map(([, path]) => path);
  expect(PAGE_ADDRESSES.toSorted()).toEqual(paths.toSorted());
});

test("a page's address has its parts, and nothing more", () => {
  for (const path of ["/", "/ministry", "/ministry/", "/offices/0377%CE%A0/days/2026-11-24"])
    expect(isPageAddress(path), path).toBe(true);
  for (const path of ["/robots.txt", "/.well-known/security.txt", "/offices", "/offices/9901/days/x/y", "//ministry"])
    expect(isPageAddress(path), path).toBe(false);
});

test("an address begins as those of the staff do, or it is a citizen's", () => {
  expect(["/ministry/nothing", "/offices", "/help/a/b"].map(isStaffAddress)).toEqual([true, true, true]);
  expect(["/nothing", "/en/ministry", "/book"].map(isStaffAddress)).toEqual([false, false, false]);
});
