import { expect, test } from "vitest";
import { sortedBy, toggled, validateLook } from "./look.ts";

const ANSWERED = {
  view: undefined,
  sort: undefined,
  queues: undefined,
  statuses: undefined,
  services: undefined,
  channels: undefined,
  ignored: undefined,
};

test("an address without wishes is the plan, by time, without filters", () => {
  expect(validateLook({})).toStrictEqual(ANSWERED);
  expect(validateLook({ view: "plan", sort: "time" })).toStrictEqual(ANSWERED);
});

test("what makes sense is kept, each value once", () => {
  const look = {
    view: "table",
    sort: "-name",
    queues: [2, 1, 2],
    statuses: ["booked", "no-show"],
    services: ["copy-certification"],
    channels: ["online"],
  };
  expect(validateLook(look)).toStrictEqual({ ...ANSWERED, ...look, queues: [2, 1] });
});

test("written by hand, with commas, it means the same", () => {
  expect(validateLook({ queues: "1,2", statuses: "booked,arrived", channels: "phone" })).toStrictEqual({
    ...ANSWERED,
    queues: [1, 2],
    statuses: ["booked", "arrived"],
    channels: ["phone"],
  });
  expect(validateLook({ queues: 3 })).toMatchObject({ queues: [3], ignored: undefined });
});

test("nonsense is left out, and that there was some is remembered; the rest still holds", () => {
  expect(validateLook({ view: "table", statuses: ["booked", "lost"] })).toStrictEqual({
    ...ANSWERED,
    view: "table",
    statuses: ["booked"],
    ignored: true,
  });
  for (const raw of [
    { view: "chart" },
    { sort: "--name" },
    { sort: "afm" },
    { sort: { by: "name" } },
    { queues: [0, -1, 1.5, 100, "a", null, {}] },
    { queues: { "1": true } },
    { statuses: "expired" },
    { services: ["<script>", "x".repeat(41)] },
    { channels: [["phone"]] },
    { statuses: null },
    { statuses: "" },
  ])
    expect(validateLook(raw), JSON.stringify(raw)).toStrictEqual({ ...ANSWERED, ignored: true });
});

test("a thousand values are no way to make the page slow", () => {
  const queues = Array.from({ length: 1000 }, (_, at) => (at % 99) + 1);
  expect(validateLook({ queues }).queues).toHaveLength(40);
});

test("what is validated once is validated for good", () => {
  const once = validateLook({ queues: ["1", "x"], sort: "-time", statuses: "served" });
  expect(validateLook({ ...once })).toStrictEqual(once);
});

test("a box is ticked and unticked; the last one unticked takes the filter away", () => {
  expect(toggled({}, "queues", 1)).toEqual({ queues: [1] });
  expect(toggled({ queues: [1] }, "queues", 2)).toEqual({ queues: [1, 2] });
  expect(toggled({ queues: [1, 2] }, "queues", 1)).toEqual({ queues: [2] });
  expect(toggled({ queues: [2] }, "queues", 2)).toEqual({ queues: undefined });
});

test("the same head a second time turns the order round", () => {
  expect(sortedBy("name", undefined)).toBe("name");
  expect(sortedBy("name", "name")).toBe("-name");
  expect(sortedBy("name", "-name")).toBe("name");
  expect(sortedBy("time", undefined)).toBe("-time");
});
