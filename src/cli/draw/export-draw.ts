import { exportDraw } from "../../draws/published/export-draw.ts";
import { systemClock } from "../../platform/time.ts";
import type { Command } from "../command.ts";
import { withOwner } from "../with-owner.ts";

/** A draw with all its wishes, for the auditor, as the file that `draw verify` reads. */
export const exportDrawCommand: Command = {
  files: 1,
  operand: "one-draw",
  run: async (call) => {
    const { terminal, text, files } = call;
    const [number = ""] = files;
    if (!/^[1-9]\d{0,8}$/.test(number)) {
      terminal.err(text("command.answers.one-draw"));
      return 2;
    }
    return withOwner(call, async (db) => {
      const record = await exportDraw({ db, clock: systemClock }, Number(number));
      if (record) terminal.out(JSON.stringify(record));
      else terminal.err(text("command.draw.not-drawn", { draw: number }));
      return record ? 0 : 1;
    });
  },
};
