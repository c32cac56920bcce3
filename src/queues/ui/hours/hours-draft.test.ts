import { expect, test } from "vitest";
import { QUEUE } from "../../../../test/queue.ts";
import type { Queue } from "../../contract.ts";
import { faultsOf, furtherTimes, type HoursDraft, requestOf, shownDays, shownWeek } from "./hours-draft.ts";

const TODAY = "2026-11-24";
const queue: Queue = {
  ...QUEUE,
  hours: [{ weekday: 3, opens: "08:00", closes: "15:00", from: null, to: null }],
};
const draft = (change: Partial<HoursDraft>): HoursDraft => ({
  scope: "always",
  from: TODAY,
  to: TODAY,
  edits: {},
  ...change,
});
const times = (opens: string, closes: string) => ({ opens, closes });

test("this date, from now on, always, a season", () => {
  const edits = { "3": [times("9", "12")] };
  const asked = (change: Partial<HoursDraft>) => requestOf(draft({ edits, ...change }), queue, TODAY);
  expect(asked({})).toEqual({ from: TODAY, to: null, week: { "3": [times("09:00", "12:00")] } });
  expect(asked({ scope: "from", from: "2026-12-01" })).toMatchObject({ from: "2026-12-01", to: null });
  expect(asked({ scope: "date", from: "2026-11-25" })).toMatchObject({ from: "2026-11-25", to: "2026-11-25" });
  expect(asked({ scope: "season", from: "2026-12-01", to: "2026-12-31" })).toMatchObject({ to: "2026-12-31" });
});

test("one date shows its weekday only, and nothing of another day is sent", () => {
  const one = draft({ scope: "date", from: "2026-11-25", edits: { "1": [times("9", "12")] } });
  expect(shownDays(one)).toEqual([3]);
  expect(requestOf(one, queue, TODAY).week).toEqual({});
});

test("what is typed back to what stands is no change", () => {
  const same = draft({ edits: { "3": [times("8", "15")] } });
  expect(requestOf(same, queue, TODAY).week).toEqual({});
  expect(shownWeek(draft({}), queue, TODAY)[3]).toEqual([times("08:00", "15:00")]);
});

test("wrong intervals are found at their place, by the server's own rules", () => {
  const wrong = draft({
    edits: {
      "1": [times("12", "10")],
      "2": [times("8", "8:10")],
      "3": [times("8", "12"), times("11", "14")],
      "4": [times("8", ""), times("9", "xx")],
    },
  });
  expect(faultsOf(wrong, queue, TODAY).map(({ field, code }) => [field, code])).toEqual([
    ["week.4.0", "time-required"],
    ["week.4.1", "time-unread"],
    ["week.1.0", "hours-inverted"],
    ["week.2.0", "hours-shorter-than-slot"],
    ["week.3.1", "hours-overlap"],
  ]);
  expect(faultsOf(draft({ scope: "from", from: "" }), queue, TODAY)).toEqual([
    { field: "from", code: "date-required" },
  ]);
  const past = draft({ scope: "season", from: "2026-11-20", to: "2026-11-19" });
  expect(faultsOf(past, queue, TODAY).map(({ code }) => code)).toEqual(["date-past", "range-inverted"]);
});

test("a further interval begins after the last one", () => {
  expect(furtherTimes([])).toEqual(times("08:00", "15:00"));
  expect(furtherTimes([times("8", "15")])).toEqual(times("16:00", "17:00"));
  expect(furtherTimes([times("8", "23:30")])).toEqual(times("", ""));
});
