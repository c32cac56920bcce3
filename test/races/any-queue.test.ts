import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Arena, openArena } from "./arena.ts";

let arena: Arena;
beforeAll(async () => {
  arena = await openArena();
});
afterAll(() => arena.close());

const book = (process: number, place: object) =>
  (arena.desks[process] as Arena["desks"][0]).ask("POST", `/api/offices/${arena.office}/appointments`, {
    key: randomUUID(),
    body: { ...place, lastName: "Δοκιμή", firstName: "Άννα", service: "copy-certification", channel: "phone" },
  });

const atOnce = async (place: object) =>
  (await Promise.all([0, 1].map((process) => book(process, place)))).map(({ status, body }) => [status, body.queue]);

test("two desks that see one time free in any queue book it at once, at two processes: each gets a place", async () => {
  for (let round = 0; round < 8; round++) {
    const place = { date: arena.freshDate(), time: "10:00", queue: null, among: [3, 1, 2] };
    expect((await atOnce(place)).sort()).toEqual([
      [201, 1],
      [201, 3],
    ]);
  }
});

test("what a colleague is filling in is given to neither: one desk is offered another place", async () => {
  const place = { date: arena.freshDate(), time: "10:00", queue: null, among: [2] };
  expect((await atOnce(place)).map(([status]) => status).sort()).toEqual([201, 409]);
});
