import fc from "fast-check";
import { expect, test } from "vitest";
import { emailMeant } from "./email-slip.ts";

test.each([
  ["maria@gmial.com", "maria@gmail.com"],
  ["maria@gmail.con", "maria@gmail.com"],
  ["maria@gmail.co", "maria@gmail.com"],
  ["maria@gmail.gr", "maria@gmail.com"],
  ["maria@gmai.com", "maria@gmail.com"],
  ["maria@gnail.con", "maria@gmail.com"],
  ["M.Papa@Hotmial.com", "M.Papa@hotmail.com"],
  ["maria@yaho.gr", "maria@yahoo.gr"],
  ["maria@yahho.com", "maria@yahoo.com"],
  ["maria@otnet.gr", "maria@otenet.gr"],
  ["maria@outllok.com", "maria@outlook.com"],
  ["maria@iclud.com", "maria@icloud.com"],
  ["maria@windowlive.com", "maria@windowslive.com"],
])("%s was probably meant as %s", (typed, meant) => {
  expect(emailMeant(typed)).toBe(meant);
});

test.each([
  "maria@gmail.com",
  "maria@yahoo.gr",
  "maria@hotmail.gr",
  "maria@mail.com",
  "maria@ymail.com",
  "maria@hotmail.fr",
  "maria@example.gr",
  "maria@kep.gov.gr",
  "maria@gm",
  "maria@gmail",
  "gmial.com",
  "@gmial.com",
  "",
  "maria@live.com",
])("%s is left alone", (typed) => {
  expect(emailMeant(typed)).toBeNull();
});

test("what was meant is never asked about again, and never touches what stands before the @", () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.string({ maxLength: 3 }), (address, tail) => {
      const typed = `${address}${tail}`;
      const meant = emailMeant(typed);
      if (meant === null) return;
      expect(emailMeant(meant)).toBeNull();
      expect(meant.slice(0, meant.lastIndexOf("@"))).toBe(typed.slice(0, typed.lastIndexOf("@")).trim());
    }),
  );
});
