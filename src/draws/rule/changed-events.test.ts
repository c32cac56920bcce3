import fc from "fast-check";
import { expect, test } from "vitest";
import { playedByHand } from "../../../test/draw-model.ts";
import { drawn, market } from "../../../test/random-draws.ts";
import type { DrawEvent, DrawRecord } from "./draw-record.ts";
import { verifyDraw } from "./verify-draw.ts";

/** All events, one of them told otherwise: of somebody or something else, or, of what can only be of all, at the start. */
function changedEvents({ events, order, places }: DrawRecord, at: number): DrawEvent[][] {
  const event = events[at] as DrawEvent;
  switch (event.what) {
    case "opened":
      return at === 0 ? [] : [[event, ...events.toSpliced(at, 1)]];
    case "closed":
      return places
        .filter(({ office, date, part }) => office !== event.office || date !== event.date || part !== event.part)
        .map(({ runs: _, ...cell }) => events.with(at, { ...event, ...cell }));
    default:
      return order.filter((number) => number !== event.number).map((number) => events.with(at, { ...event, number }));
  }
}

test("whoever leaves out or changes what happened is found, unless the same comes of it", async () => {
  const none = { "gave-back": 0, left: 0, lost: 0, closed: 0, opened: 0 };
  const [leftOut, changed] = [{ ...none }, { ...none }];
  for (const before of fc.sample(market, { numRuns: 300, seed: 53 })) {
    const record = await drawn(before);
    const tell = async (events: DrawEvent[], { what }: DrawEvent, found: typeof none) => {
      const holds = (await verifyDraw({ ...record, events })).map((result) => result.holds);
      expect(holds.slice(0, 4)).toEqual([true, true, true, true]);
      const { allotments, passed } = record;
      if (!holds[4]) found[what] += 1;
      else expect(playedByHand(before, events)).toMatchObject({ allotments, passed });
    };
    for (const [at, event] of record.events.entries()) {
      await tell(record.events.toSpliced(at, 1), event, leftOut);
      for (const events of changedEvents(record, at).slice(0, 3)) await tell(events, event, changed);
    }
  }
  expect(Math.min(...Object.values(leftOut), ...Object.values(changed))).toBeGreaterThan(10);
});
