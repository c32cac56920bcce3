import { expect, test } from "vitest";
import { openKillArena } from "./kill-arena.ts";
import { killDuringRuling } from "./kill-ruling.ts";

test("kill -9 while a head loses two queues with 120 appointments: of each all or nothing, and repeating it does it once", async () => {
  const arena = await openKillArena();
  try {
    const report = await killDuringRuling(arena, 1);
    expect(report).toMatchObject({ kills: 1, halves: 0, unsettled: 0 });
    expect(report.both + report.first + report.neither).toBe(1);
  } finally {
    await arena.close();
  }
});
