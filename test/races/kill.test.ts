import { expect, test } from "vitest";
import { killDuringBookings } from "./kill.ts";
import { openKillArena } from "./kill-arena.ts";

test("kill -9 of the server and of the database during bookings loses nothing that was acknowledged", async () => {
  const arena = await openKillArena();
  try {
    const report = await killDuringBookings(arena, 2);
    expect(report).toMatchObject({ kills: 2, lost: 0, unsettled: 0, doubled: 0 });
    expect(report.acknowledged).toBe(80);
  } finally {
    await arena.close();
  }
});
