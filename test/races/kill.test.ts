import { afterAll, beforeAll, expect, test } from "vitest";
import { killDuringBookings } from "./kill.ts";
import { openKillArena } from "./kill-arena.ts";
import { killDuringConfirming } from "./kill-citizens.ts";
import { killDuringRuling } from "./kill-ruling.ts";

/** `npm run trust` kills fifty times, ten, and twenty-five. */
let arena: Awaited<ReturnType<typeof openKillArena>>;
beforeAll(async () => {
  arena = await openKillArena();
});
afterAll(() => arena.close());

test("kill -9 of the server and of the database during bookings loses nothing that was acknowledged", async () => {
  const report = await killDuringBookings(arena, 2);
  expect(report).toMatchObject({ kills: 2, lost: 0, unsettled: 0, doubled: 0 });
  expect(report.acknowledged).toBe(80);
});

test("kill -9 while citizens confirm, by wallet, TAXISnet and telephone: each has one appointment, pressed again or not", async () => {
  const report = await killDuringConfirming(arena, 1);
  expect(report).toMatchObject({ kills: 1, lost: 0, unsettled: 0, doubled: 0 });
});

test("kill -9 while a head loses two queues with 120 appointments: of each all or nothing, and repeating it does it once", async () => {
  const report = await killDuringRuling(arena, 1);
  expect(report).toMatchObject({ kills: 1, halves: 0, unsettled: 0 });
  expect(report.both + report.first + report.neither).toBe(1);
});
