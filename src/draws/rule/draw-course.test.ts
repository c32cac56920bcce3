import fc from "fast-check";
import { expect, test } from "vitest";
import { drawn, market } from "../../../test/random-draws.ts";
import { allot, drawStanding } from "./allot.ts";
import { startDraw } from "./draw-course.ts";
import type { Allotment, DrawEvent, DrawPlace, DrawRecord, DrawWish } from "./draw-record.ts";

const inOrderOf = ({ order, wishes }: DrawRecord): DrawWish[] =>
  order.flatMap((number) => wishes.find((wish) => wish.number === number) ?? []);

const keyOf = ({ office, date, part, at }: DrawPlace): string => `${office} ${date} ${part} ${at}`;

/** Who has which places, and what can't be had any more, kept by whoever watches from outside. */
function watched(wishes: readonly DrawWish[]) {
  const owners = new Map<string, string>();
  const vanished = new Set<string>();
  const placesOf = (number: string) => [...owners].flatMap(([key, owner]) => (owner === number ? key : []));
  return {
    get(allotment: Allotment) {
      const { number, at } = allotment;
      expect(placesOf(number), `${number} has two`).toEqual([]);
      const units = wishes.find((wish) => wish.number === number)?.units ?? 0;
      for (let more = 0; more < units; more++) {
        const key = keyOf({ ...allotment, at: at + more });
        expect([owners.get(key), vanished.has(key)], `${key} is had or gone`).toEqual([undefined, false]);
        owners.set(key, number);
      }
    },
    happen(event: DrawEvent) {
      if (event.what === "closed") vanished.add(keyOf(event));
      if (event.what !== "gave-back" && event.what !== "lost") return;
      for (const key of placesOf(event.number)) {
        owners.delete(key);
        if (event.what === "lost") vanished.add(key);
      }
    },
  };
}

test("no place is given twice, nobody has two, and what vanished goes to nobody, whatever happens", async () => {
  const seen = { "gave-back": 0, left: 0, lost: 0, closed: 0, opened: 0 };
  const passedBy = { ...seen };
  for (const before of fc.sample(market, { numRuns: 400, seed: 51 })) {
    const { events, ...record } = await drawn(before);
    const inOrder = inOrderOf({ events, ...record });
    const { allotments, apply } = startDraw(inOrder, record);
    const watcher = watched(inOrder);
    for (const allotment of allotments) watcher.get(allotment);
    for (const event of events) {
      watcher.happen(event);
      const passed = apply(event);
      for (const allotment of passed) watcher.get(allotment);
      seen[event.what] += 1;
      passedBy[event.what] += passed.length;
    }
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
  expect(passedBy).toMatchObject({ left: 0, closed: 0, opened: 0 });
  expect(Math.min(passedBy.lost, passedBy["gave-back"])).toBeGreaterThan(100);
});

test("who has which place and who waits follows from what is published up to then", async () => {
  for (const before of fc.sample(market, { numRuns: 100, seed: 52 })) {
    const record = await drawn(before);
    const inOrder = inOrderOf(record);
    const had = new Map<string, Allotment>();
    const gone = new Set<string>();
    let known = 0;
    for (let count = 0; count <= record.events.length; count++) {
      const event = record.events[count - 1];
      if (event && "number" in event) had.delete(event.number);
      if (event?.what === "gave-back" || event?.what === "left") gone.add(event.number);
      const events = record.events.slice(0, count);
      const { allotments, passed } = allot(inOrder, record, events);
      const told = [...allotments, ...passed];
      for (const allotment of told.slice(known)) had.set(allotment.number, allotment);
      known = told.length;
      expect(drawStanding(inOrder, record, events)).toEqual({
        held: had,
        waiting: inOrder.filter(({ number }) => !had.has(number) && !gone.has(number)),
      });
    }
  }
});
