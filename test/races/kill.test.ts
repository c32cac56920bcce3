import { expect, test } from "vitest";
import { killDuringBookings } from "./kill.ts";
import { openKillArena } from "./kill-arena.ts";
import { killDuringRuling } from "./kill-ruling.ts";

test("kill -9 of the server and of the database during bookings loses nothing that was acknowledged", async () => {
  const arena = await openKillArena();
  try {
    const report = await killDuringBookings(arena, 4);
    expect(report).toMatchObject({ kills: 4, lost: 0, unsettled: 0, doubled: 0 });
    expect(report.acknowledged).toBe(160);
  } finally {
    await arena.close();
  }
});

test("kill -9 while a head loses two queues with 120 appointments: of each all or nothing, and repeating it does it once", async () => {
  const arena = await openKillArena();
  try {
    const report = await killDuringRuling(arena, 4);
    expect(report).toMatchObject({ kills: 4, halves: 0, unsettled: 0 });
    expect(report.both + report.first + report.neither).toBe(4);
  } finally {
    await arena.close();
  }
});
