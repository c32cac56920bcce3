import { expect, test } from "vitest";
import { mailboxOf } from "./mailbox.ts";

test.each([
  ["a plus, whoever the provider is", ["eleni@firm.example", "Eleni+kep@Firm.Example"]],
  ["the dots of Gmail", ["elenip@gmail.com", "e.l.e.n.i.p@gmail.com", "ELENI.P+x@googlemail.com"]],
  [
    "dots, hyphens, underscores and domains of Proton",
    ["elenip@proton.me", "eleni.p@protonmail.com", "e-leni_p@pm.me", "eleni-p@proton.me", "el.eni.p@protonmail.ch"],
  ],
  ["the three names of iCloud", ["eleni@icloud.com", "eleni+a@me.com", "eleni@mac.com"]],
  ["keywords of Yahoo", ["eleni@yahoo.com", "eleni-kep@yahoo.com", "eleni-other@yahoo.com"]],
  ["the same in other countries", ["eleni@yahoo.de", "eleni-kep@yahoo.de", "eleni-other+x@yahoo.de"]],
  ["dots and hyphens of Yandex", ["eleni-p@yandex.ru", "eleni.p@ya.ru", "elenip@yandex.com", "eleni.p@yandex.com.tr"]],
  ["subdomains of Fastmail", ["eleni@fastmail.com", "kep@eleni.fastmail.com", "eleni+x@fastmail.fm"]],
])("one mailbox: %s", (_name, spellings) => {
  expect(new Set(spellings.map(mailboxOf)).size).toBe(1);
});

test.each([
  ["dots where they tell people apart", "e.leni@outlook.com", "eleni@outlook.com"],
  ["hyphens of a company", "eleni-p@firm.example", "eleni@firm.example"],
  ["underscores of Yahoo", "eleni_p@yahoo.com", "elenip@yahoo.com"],
  ["the same name at two domains of Yahoo", "eleni@yahoo.com", "eleni@ymail.com"],
  ["hyphens of whoever is called like Yahoo", "eleni-p@yahoo.firm.example", "eleni@yahoo.firm.example"],
  ["the same name elsewhere", "eleni@outlook.com", "eleni@hotmail.com"],
  ["two names of a family's subdomain", "a@papas.fastmail.com", "a@papa.fastmail.com"],
])("two mailboxes: %s", (_name, one, other) => {
  expect(mailboxOf(one)).not.toBe(mailboxOf(other));
});

test("nothing but a tag, or but dots, is a name of its own", () => {
  expect([mailboxOf("+tag@gmail.com"), mailboxOf("...@gmail.com")]).toEqual(["+tag@gmail.com", "...@gmail.com"]);
});
