import { afterAll, beforeAll, expect, test } from "vitest";
import { RULES_BY_HAND } from "../doctor.ts";
import { type Arena, openArena, overlaps, QUEUES } from "./arena.ts";
import { bookAgainst, CLOSINGS } from "./closing.ts";
import { bookOneSlot, moveToOneSlot } from "./rivals.ts";

let arena: Arena;
beforeAll(async () => {
  arena = await openArena();
});
afterAll(() => arena.close(...RULES_BY_HAND));

const RIVALS = 200;

test("200 rivals for one slot, lengths mixed, at two processes: one wins, the others are offered three more", async () => {
  const { winners, losers, others } = await bookOneSlot(arena, RIVALS, 1);
  expect({ winners, losers, others }).toEqual({ winners: 1, losers: RIVALS - 1, others: [] });
});

test("the same by moving", async () => {
  const { winners, losers, others } = await moveToOneSlot(arena, RIVALS);
  expect({ winners, losers, others }).toEqual({ winners: 1, losers: RIVALS - 1, others: [] });
});

test("in any of five queues five win", async () => {
  const { winners, losers, others } = await bookOneSlot(arena, RIVALS, null);
  expect({ winners, losers, others }).toEqual({ winners: QUEUES, losers: RIVALS - QUEUES, others: [] });
});

test.each(CLOSINGS)("clerks against $name: none stands in closed time that the head was not shown", async (closing) => {
  for (let round = 0; round < 3; round++) {
    const { unseen, isClosed, booked, refused, others } = await bookAgainst(arena, closing, round);
    expect({ unseen, isClosed, all: booked + refused, others }).toEqual({
      unseen: 0,
      isClosed: true,
      all: 16,
      others: [],
    });
  }
});

test("and nothing overlaps", async () => {
  expect(await overlaps(arena.sql)).toBe(0);
});

test("where the constraint is away that stands behind it, the lock of the day keeps them apart alone", async () => {
  const constraint = "appointment_office_id_queue_tstzrange_excl";
  const { rows } = await arena.sql.query(
    "select pg_get_constraintdef(oid) as definition from pg_constraint where conname = $1",
    [constraint],
  );
  await arena.sql.query(`alter table appointment drop constraint ${constraint}`);
  const outcomes = [await bookOneSlot(arena, RIVALS, 1), await moveToOneSlot(arena, RIVALS)];
  expect(outcomes.map(({ winners }) => winners)).toEqual([1, 1]);
  expect(await overlaps(arena.sql)).toBe(0);
  await arena.sql.query(`alter table appointment add constraint ${constraint} ${rows[0].definition}`);
});
