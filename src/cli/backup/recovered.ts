import { systemClock } from "../../platform/time.ts";
import type { Command } from "../command.ts";
import { examine } from "../doctor.ts";
import { withOwner } from "../with-owner.ts";
import { makeServable } from "./before-serving.ts";
import { lastWorked } from "./last-worked.ts";

/** After the database's own server has been brought back to a point in time: what `restore` does at its end. */
export const recoveredCommand: Command = {
  files: 0,
  run: (call) =>
    withOwner(call, async (db) => {
      const then = await lastWorked(db);
      await makeServable(db, systemClock, call.config.DATA_DIR);
      call.terminal.out(call.text("command.answers.recovered"));
      return await examine(call, db, then);
    }),
};
