import { describe, expect, test } from "vitest";
import { allot } from "./allot.ts";
import { startDraw } from "./draw-course.ts";
import type { CellPlaces, DrawEvent, DrawWish } from "./draw-record.ts";

const SALT = "0".repeat(32);
const [NEAR, FAR] = ["9901", "9902"] as const;
const DATE = "2026-12-08";
const cell = (office: string, ...runs: number[]): CellPlaces => ({ office, date: DATE, part: 0, runs });
const wishOf = (number: string, told: Partial<DrawWish> = {}): DrawWish => ({
  number,
  kind: "taxisnet",
  units: 1,
  dayParts: [[DATE, 0]],
  offices: [NEAR, FAR],
  first: "day",
  others: false,
  salt: SALT,
  ...told,
});
const lost = (number: string): DrawEvent => ({ what: "lost", number });
const left = (number: string): DrawEvent => ({ what: "left", number });
const back = (number: string): DrawEvent => ({ what: "gave-back", number });
const closed = (office: string, at: number): DrawEvent => ({ what: "closed", office, date: DATE, part: 0, at });
const OPENED: DrawEvent = { what: "opened" };

/** Event by event: who got which place. */
function told(wishes: readonly DrawWish[], places: CellPlaces[], events: readonly DrawEvent[], bounds = {}): string[] {
  const { allotments, apply } = startDraw(wishes, { places, bounds });
  return [allotments, ...events.map((event) => apply(event))].map((given) =>
    given.map(({ number, office, at }) => `${number} ${office}/${at}`).join(", "),
  );
}

describe("what happens after the draw", () => {
  const [one, two, three] = [wishOf("1001"), wishOf("1002"), wishOf("1003")];
  const onlyNear = wishOf("1005", { offices: [NEAR] });
  const family = wishOf("1006", { offices: [NEAR], units: 2 });

  test("whoever lost a place gets the first of their own options that is free, and nobody gets the place", () => {
    const places = [cell(NEAR, 1), cell(FAR, 2)];
    expect(told([one, onlyNear], places, [lost("1001")])).toEqual(["1001 9901/0", "1001 9902/0"]);
    expect(told([family, onlyNear], [cell(NEAR, 2)], [lost("1006")])).toEqual(["1006 9901/0", ""]);
  });

  test("whoever lost a place waits where they stand in the order, before those who come later", () => {
    const events = [lost("1001"), back("1002")];
    expect(told([one, two, three], [cell(NEAR, 2)], events)).toEqual(["1001 9901/0, 1002 9901/1", "", "1001 9901/1"]);
  });

  test("whoever lost a second place gets a third, and may give that back", () => {
    const events = [lost("1001"), lost("1001"), back("1001")];
    const places = [cell(NEAR, 1), cell(FAR, 3)];
    expect(told([one, two], places, events)).toEqual(["1001 9901/0, 1002 9902/0", "1001 9902/1", "1001 9902/2", ""]);
  });

  test("a share that is freed by a loss goes to the first who waits of that kind and finds something", () => {
    const mails = ["2001", "2002", "2003"].map((number) => wishOf(number, { kind: "email" }));
    const bounds = { email: 1 };
    const three = [cell(NEAR, 3)];
    expect(told(mails, three, [lost("2001")], bounds)).toEqual(["2001 9901/0", "2001 9901/1"]);
    const events = [back("2001"), lost("2002")];
    expect(told(mails, three, events, bounds)).toEqual(["2001 9901/0", "2002 9901/0", "2002 9901/1"]);
    const elsewhere = wishOf("2000", { kind: "email", offices: [FAR] });
    const both = [cell(NEAR, 1), cell(FAR, 1)];
    expect(told([elsewhere, ...mails], both, [lost("2000")], bounds)).toEqual(["2000 9902/0", "2001 9901/0"]);
  });

  test("places beside one that vanished keep their numbers, and don't adjoin across it", () => {
    const [wishes, places] = [[one, two, three, family], [cell(NEAR, 3)]];
    const [first, ...others] = told(wishes, places, [back("1001"), closed(NEAR, 0), back("1002"), back("1003")]);
    expect([first, others]).toEqual(["1001 9901/0, 1002 9901/1, 1003 9901/2", ["", "", "", "1006 9901/1"]]);
    const across = [back("1002"), closed(NEAR, 1), back("1001"), back("1003")];
    expect(told(wishes, places, across).slice(1)).toEqual(["", "", "", ""]);
    const without = [lost("1002"), left("1002"), back("1001"), back("1003")];
    expect(told(wishes, places, without).slice(1)).toEqual(["", "", "", ""]);
  });

  test("nobody gets anything by a place that closes, nor ever that place", () => {
    const places = [cell(NEAR, 1), cell(FAR, 3)];
    const events = [closed(FAR, 2), lost("1001")];
    expect(told([one, two, three], places, events).slice(1)).toEqual(["", ""]);
    expect(told([one, two, three], places, events.slice(1)).slice(1)).toEqual(["1001 9902/2"]);
  });

  test("what is open to all is given to nobody, and what is given back after that goes on in the order", () => {
    const places = [cell(NEAR, 1), cell(FAR, 3)];
    const events = [OPENED, lost("1002"), back("1001"), back("1002")];
    expect(told([one, two, onlyNear], places, events)).toEqual([
      "1001 9901/0, 1002 9902/0",
      "",
      "",
      "1002 9901/0",
      "1005 9901/0",
    ]);
  });

  test("what is given back after that, and nobody who waits wants, opens to all too", () => {
    const places = [cell(NEAR, 2), cell(FAR, 1)];
    const events = [OPENED, back("1003"), lost("1001"), back("1002")];
    expect(told([one, two, three], places, events).slice(1)).toEqual(["", "", "", "1001 9901/1"]);
  });

  // One has the only place of the near office, two the first of three of the far one; the other waits.
  test.each<[string, readonly DrawEvent[]]>([
    ["a place given back by whoever waits", [back("1005")]],
    ["a place given back twice", [back("1001"), back("1001")]],
    ["a place lost by whoever waits", [lost("1005")]],
    ["a place lost by whoever gave it back", [back("1001"), lost("1001")]],
    ["a place of nobody in the draw", [lost("1009")]],
    ["leaving with a place", [left("1001")]],
    ["leaving twice", [left("1005"), left("1005")]],
    ["leaving after giving back", [back("1001"), left("1001")]],
    ["closing a place that somebody has", [closed(NEAR, 0)]],
    ["closing a place twice", [closed(FAR, 1), closed(FAR, 1)]],
    ["closing a place that was lost", [lost("1002"), closed(FAR, 0)]],
    ["closing a place beyond the last", [closed(FAR, 3)]],
    ["closing a place of another office", [closed("9903", 0)]],
    ["closing a place that is open to all", [OPENED, closed(FAR, 1)]],
    ["opening twice", [OPENED, OPENED]],
  ])("%s can't have been", (_, events) => {
    const terms = { places: [cell(NEAR, 1), cell(FAR, 3)], bounds: {} };
    expect(() => allot([one, two, onlyNear], terms, events)).toThrow(/place|wait|free|open/);
    expect(() => allot([one, two, onlyNear], terms, events.slice(0, -1))).not.toThrow();
  });
});
