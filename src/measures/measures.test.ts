import { describe, expect, test } from "vitest";
import { aRecordedNumber, aRecordedVisit, type MoreOfVisit, onFirstDay } from "../../test/recorded-visit.ts";
import { histogramsOf } from "./histograms.ts";
import { completenessOf, measuresOf } from "./measures.ts";
import { measuredVisit, type RecordedVisit } from "./visit.ts";

const BOOKED = ["booked", "09:00"] as const;
const of = (...visits: readonly RecordedVisit[]) => measuresOf(visits.map(measuredVisit));
const values = (measure: string, ...visits: readonly RecordedVisit[]) =>
  of(...visits)
    .filter((one) => one.measure === measure)
    .map((one) => [one.class, one.value]);
const completeness = (...visits: readonly RecordedVisit[]) => completenessOf(visits.map(measuredVisit));

const visit = (arrived: string, started: string, completed: string, more: MoreOfVisit = {}) =>
  aRecordedVisit([BOOKED, ["arrived", arrived], ["service-started", started], ["completed", completed]], more);
const number = (issued: string, started: string, completed: string) =>
  aRecordedNumber([
    ["issued", issued],
    ["service-started", started],
    ["completed", completed],
  ]);

describe("waiting", () => {
  test("of an appointment from the later of its time and the arrival; early presence stands apart", () => {
    expect(values("wait", visit("10:20", "10:37", "10:45"))).toEqual([["appointment", 7]]);
    expect(values("early-presence", visit("10:20", "10:37", "10:45"))).toEqual([["appointment", 10]]);
    expect(values("wait", visit("10:34", "10:37", "10:45"))).toEqual([["late-appointment", 3]]);
    expect(values("punctuality", visit("10:34", "10:37", "10:45"))).toEqual([["late-appointment", 4]]);
    expect(values("punctuality", visit("10:24", "10:37", "10:45"))).toEqual([["appointment", -6]]);
  });

  test("begun before the appointed time, nobody has waited", () => {
    expect(values("wait", visit("10:10", "10:15", "10:22"))).toEqual([["appointment", 0]]);
  });

  test("of a number since it was given, and of a walk-in with a place since they came", () => {
    expect(values("wait", number("10:05", "10:31", "10:40"))).toEqual([["walk-in", 26]]);
    const acts = [
      ["booked", "10:32"],
      ["arrived", "10:32"],
      ["service-started", "10:44"],
      ["completed", "10:50"],
    ] as const;
    expect(values("wait", aRecordedVisit(acts, { channel: "in-person" }))).toEqual([["walk-in", 12]]);
    expect(values("punctuality", aRecordedVisit(acts, { channel: "in-person" }))).toEqual([]);
  });

  test("until called, and the way from there; the last call counts", () => {
    const acts = [
      BOOKED,
      ["arrived", "10:25"],
      ["called", "10:33"],
      ["called", "10:36"],
      ["service-started", "10:38"],
    ] as const;
    expect(values("call-wait", aRecordedVisit(acts))).toEqual([["appointment", 6]]);
    expect(values("way", aRecordedVisit(acts))).toEqual([["appointment", 2]]);
  });

  test("of who left until then, and never as waiting for a start", () => {
    const left = aRecordedVisit([BOOKED, ["arrived", "10:25"], ["left", "10:55"]], { status: "left" });
    expect(values("left", left)).toEqual([["appointment", 25]]);
    expect(values("wait", left)).toEqual([]);
  });
});

test("an act that was taken back did not happen", () => {
  const acts = [
    BOOKED,
    ["arrived", "10:20"],
    ["undone", "10:21"],
    ["arrived", "10:34"],
    ["service-started", "10:40"],
  ] as const;
  expect(values("wait", aRecordedVisit(acts))).toEqual([["late-appointment", 6]]);
});

test("who came and was given another day is awaited again", () => {
  const acts = [BOOKED, ["arrived", "09:30"], ["moved", "09:40"]] as const;
  const moved = aRecordedVisit(acts, { status: "booked" });
  const again = { ...moved, acts: moved.acts.map((act) => ({ ...act, changesStatus: act.kind !== "called" })) };
  expect(of(again)).toEqual([]);
  expect(completeness(again)).toMatchObject({ visits: 0, unresolved: 1 });
});

test("service: under thirty seconds or over four times the catalogue's minutes is suspect, and counted apart", () => {
  const short = visit("10:25", "10:30:00", "10:30:29");
  const long = visit("10:25", "10:30", "11:11");
  const right = visit("10:25", "10:30", "11:10");
  expect(values("service", short, long, right)).toEqual([["appointment", 40]]);
  expect(completeness(short, long, right)).toMatchObject({ visits: 3, suspect: 2 });
});

test("who came and who did not, by how and how many days before it was booked", () => {
  const missed = aRecordedVisit([BOOKED, ["no-show", "10:45"]], { status: "no-show", channel: "online" });
  expect(values("no-show", missed)).toEqual([["online", 0]]);
  expect(values("came", visit("10:20", "10:30", "10:40"))).toEqual([["phone", 0]]);
  expect(values("came", number("10:05", "10:31", "10:40"))).toEqual([]);
});

test("turned away: nothing but that, and when", () => {
  const away = aRecordedVisit([["turned-away", "11:10"]], { appointed: null, status: "turned-away" });
  expect(of(away)).toEqual([{ measure: "turned-away", class: "walk-in", at: onFirstDay("11:10"), value: 0 }]);
  expect(completeness(away)).toMatchObject({ visits: 0 });
});

test("changeover: only where somebody waited for the counter", () => {
  const first = visit("10:20", "10:30", "10:40");
  expect(values("changeover", first, visit("10:35", "10:43", "10:50"))).toEqual([["all", 3]]);
  expect(values("changeover", first, visit("10:42", "10:43", "10:50"))).toEqual([]);
  expect(values("changeover", first, visit("10:35", "10:43", "10:50", { queue: 2, counter: 2 }))).toEqual([]);
});

test("changeover is the counter's, whosever plan the next one stood in", () => {
  const first = visit("10:20", "10:30", "10:40");
  const helped = visit("10:35", "10:43", "10:50", { queue: 2, counter: 1 });
  expect(values("changeover", first, helped)).toEqual([["all", 3]]);
  expect(values("changeover", first, { ...helped, queue: 1, counter: 2 })).toEqual([]);
});

describe("what was noted on a later day says that it was, not when:", () => {
  const acts = [BOOKED, ["arrived", "10:20"], ["service-started", "10:37"], ["completed", "10:45"]] as const;
  /** Of these the last ones in the morning after */
  const noted = (kinds: readonly string[], more: MoreOfVisit = {}) => {
    const day = aRecordedVisit(acts, more);
    const isLater = (kind: string) => kinds.includes(kind);
    return {
      ...day,
      acts: day.acts.map((act) => (isLater(act.kind) ? { ...act, at: act.at.add({ hours: 24 }) } : act)),
    };
  };

  test("a completion", () => {
    const visit = noted(["completed"]);
    expect(values("wait", visit)).toEqual([["appointment", 7]]);
    expect(values("service", visit)).toEqual([]);
    expect(completeness(visit)).toMatchObject({ visits: 1, complete: 0, notCompleted: 1 });
  });

  test("a beginning: nobody waits overnight", () => {
    const visit = noted(["service-started", "completed"]);
    expect(of(visit).map(({ measure }) => measure)).not.toContain("wait");
    expect(of(visit).map(({ measure }) => measure)).not.toContain("crowd");
    expect(completeness(visit)).toMatchObject({ visits: 1, notStarted: 1 });
  });

  test("an arrival: they came, at whatever time", () => {
    const visit = noted(["arrived", "service-started", "completed"]);
    expect(of(visit).map(({ measure }) => measure)).toEqual(["came"]);
    expect(completeness(visit)).toMatchObject({ visits: 1, complete: 0, notStarted: 1, suspect: 0 });
  });

  test("that somebody went away", () => {
    const gone = aRecordedVisit(
      [
        ["issued", "10:20"],
        ["left", "10:45"],
      ],
      { appointed: null, status: "left" },
    );
    const later = gone.acts.map((act) => (act.kind === "left" ? { ...act, at: act.at.add({ hours: 22 }) } : act));
    expect(of({ ...gone, acts: later })).toEqual([]);
    expect(completeness({ ...gone, acts: later })).toMatchObject({ visits: 0 });
  });
});

test("crowd: for each minute how many were here and not served; who neither began nor left is not known to have stayed", () => {
  const forgotten = aRecordedVisit([BOOKED, ["arrived", "10:30"]], { status: "arrived" });
  const minutes = values("crowd", visit("10:30", "10:33", "10:40"), visit("10:32", "10:34", "10:45"), forgotten);
  expect(minutes.map(([, value]) => value).sort()).toEqual([1, 1, 1, 2]);
});

test("complete: in order, ten seconds apart, and not from paper", () => {
  const batch = visit("12:00:00", "12:00:05", "12:00:09");
  const paper = visit("10:30", "10:40", "10:50");
  const fromPaper = { ...paper, acts: paper.acts.map((act) => ({ ...act, isFromPaper: true })) };
  expect(completeness(visit("10:20", "10:30", "10:40"), batch, fromPaper, number("10:00", "10:05", "10:10"))).toEqual({
    visits: 4,
    complete: 2,
    fromPaper: 1,
    suspect: 1,
    unresolved: 0,
    notStarted: 0,
    notCompleted: 0,
    atOnce: 1,
  });
  const forgotten = aRecordedVisit([BOOKED, ["arrived", "10:30"]], { status: "arrived" });
  const still = aRecordedVisit([BOOKED, ["arrived", "10:30"], ["service-started", "10:40"]], { status: "in-service" });
  expect(completeness(forgotten, still)).toMatchObject({ visits: 2, notStarted: 1, notCompleted: 1, atOnce: 0 });
  expect(
    of(fromPaper).map(({ measure }) => measure),
    "whether they came is known, when is not",
  ).toEqual(["came"]);
});

test("histograms: by measure, class and half-hour of Athens; the same visits make the same ones", () => {
  const visits = [
    visit("10:20", "10:37", "10:45"),
    visit("10:25", "10:37", "10:45"),
    number("10:05", "10:31", "10:40"),
  ];
  const waits = histogramsOf(of(...visits)).filter(({ measure }) => measure === "wait");
  expect(waits).toEqual([
    { measure: "wait", class: "appointment", half_hours: { "21": { "7": 2 } } },
    { measure: "wait", class: "walk-in", half_hours: { "20": { "26": 1 } } },
  ]);
  expect(JSON.stringify(histogramsOf(of(...visits)))).toBe(JSON.stringify(histogramsOf(of(...visits.toReversed()))));
});
