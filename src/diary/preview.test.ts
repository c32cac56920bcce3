import { afterAll, beforeAll, expect, test } from "vitest";
import { aWorld, type World } from "../../test/world.ts";
import { operableOffice } from "../identity/office-access.ts";
import { previewOf } from "./preview.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

/** So many that reading and placing them take several turns, however quick the machine is. */
const ROWS = 8_000;

test("while a long diary is read and placed, no connection is held", async () => {
  const { id, code } = await world.anOffice();
  const { pool, db } = world.database;
  const line = (index: number) => `${1 + (index % 28)}/12/2026;09:00;Παπαδοπούλου${index};Ελένη\n`;
  const text = Array.from({ length: ROWS }, (_, index) => line(index)).join("");
  const request = { text, service: "signature", queue: null };
  // Looks at the pool whenever the reading lets others have their turn.
  const busy: boolean[] = [];
  let isOver = false;
  const look = () => {
    busy.push(pool.totalCount > pool.idleCount);
    if (!isOver) setImmediate(look);
  };
  look();
  const memberships = [{ officeId: id, code, name: "ΚΕΠ", roles: ["operator"] as const }];
  const actor = { employeeId: 1, lastName: "Δοκιμή", firstName: "Δοκιμή", ministry: false, memberships };
  const preview = await previewOf(db, operableOffice(actor, code), request, { now: world.now, language: "el" });
  isOver = true;
  expect(preview.counts.rows).toBe(ROWS);
  const between = busy.slice(busy.indexOf(true), busy.lastIndexOf(true));
  expect(between.filter((isBusy) => !isBusy).length).toBeGreaterThan(1);
  expect(busy.slice(busy.lastIndexOf(true) + 1).length).toBeGreaterThan(1);
});
