import { expect, test } from "vitest";
import { freePlaces } from "./free-places.ts";

const CELL = { office: "9901", date: "2026-12-08", part: 0 };

test("none is free once each was taken or closed, and one is that was given back", () => {
  const free = freePlaces([{ ...CELL, runs: [2, 1] }]);
  expect([free.take(CELL, 2), free.areNone()]).toEqual([0, false]);
  expect([free.close({ ...CELL, at: 1 }), free.close({ ...CELL, at: 2 }), free.areNone()]).toEqual([false, true, true]);
  free.giveBack({ ...CELL, at: 0 }, 2);
  expect([free.areNone(), free.take(CELL, 1), free.areNone()]).toEqual([false, 0, false]);
  free.closeAll();
  expect([free.areNone(), free.take(CELL, 1), free.close({ ...CELL, at: 1 })]).toEqual([true, null, false]);
});
