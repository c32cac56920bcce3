import { expect, test } from "vitest";
import type { Service } from "../../../../offices/contract.ts";
import { hasOthers, serviceButtons, servicesFor } from "./service-choices.ts";

const service = (code: string, name = code, nameEn = code): Service => ({
  code,
  name,
  shortName: name,
  nameEn,
  minutes: 10,
  toBring: [],
});
const many = ["a", "b", "c", "d", "e", "f", "g", "h"].map((code) => service(code));
const office = { services: many, notOffered: [service("old")], usualServices: ["c", "a", "gone"] };
const shown = (buttons: ReturnType<typeof serviceButtons>) =>
  buttons.map(({ service: { code }, digit }) => `${digit ?? "-"} ${code}`);

test("the usual services have a digit each, in their order; what is not offered any more has none", () => {
  expect(shown(serviceButtons(office, ""))).toEqual(["1 c", "2 a"]);
  expect(hasOthers(office, serviceButtons(office, ""))).toBe(true);
});

test("none is usual by its place in the list: a new office has no buttons", () => {
  expect(serviceButtons({ ...office, usualServices: [] }, "")).toEqual([]);
});

test("six services or fewer all have their digit", () => {
  const few = { ...office, services: many.slice(0, 3), usualServices: ["b"] };
  expect(shown(serviceButtons(few, ""))).toEqual(["1 b", "2 a", "3 c"]);
  expect(hasOthers(few, serviceButtons(few, ""))).toBe(false);
});

test("what is chosen besides stands behind them without a digit, also when it is offered no more", () => {
  expect(shown(serviceButtons(office, "h"))).toEqual(["1 c", "2 a", "- h"]);
  expect(serviceButtons(office, "old").at(-1)).toMatchObject({ isOffered: false, digit: null });
  expect(shown(serviceButtons(office, "a"))).toEqual(["1 c", "2 a"]);
  expect(shown(serviceButtons(office, "unheard of"))).toEqual(["1 c", "2 a"]);
});

test("those named so come first, then those that people call so, each once", () => {
  const services = [
    service("marriage", "Ληξιαρχική πράξη γάμου", "Marriage certificate"),
    service("birth", "Ληξιαρχική πράξη γέννησης"),
    service("family", "Οικογενειακή κατάσταση"),
  ];
  const codes = (typed: string, meant: string[] = []) => servicesFor(typed, services, meant).map(({ code }) => code);
  expect(codes("")).toEqual(["marriage", "birth", "family"]);
  expect(codes("πραξ γαμ")).toEqual(["marriage"]);
  expect(codes("MARR")).toEqual(["marriage"]);
  expect(codes("γάμου", ["family", "marriage", "not-here"])).toEqual(["marriage", "family"]);
  expect(codes("αμο")).toEqual([]);
});
