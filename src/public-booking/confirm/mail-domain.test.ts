import { expect, test } from "vitest";
import { domainKey, isTemporary } from "./mail-domain.ts";

test("a mailbox of minutes is known by its domain, and by that above it; what is not an address says nothing", () => {
  expect(["a@mailinator.com", "a@x.Mailinator.com ", "a@yopmail.com"].map(isTemporary)).toEqual([true, true, true]);
  expect(["a@gmail.com", "a@otenet.gr", "a@example.gr", "a@com", "a@", "a", ""].map(isTemporary)).toEqual(
    Array(7).fill(false),
  );
});

test("everybody can have a mailbox at the great ones; any other domain is known again however it is written", () => {
  expect(["a@gmail.com", "b@YAHOO.gr", "c@hotmail.de"].map(domainKey)).toEqual([null, null, null]);
  expect(domainKey("b@EXAMPLE.gr")).toEqual(domainKey("a@example.gr"));
  expect(domainKey("a@example.com")).not.toEqual(domainKey("a@example.gr"));
});
