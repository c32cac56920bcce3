import { OF_NATION } from "../platform/database/sql.ts";
import type { Command } from "./command.ts";
import { withOwner } from "./with-owner.ts";

/** Opening the database migrates it; this says what it has. */
export const migrateCommand: Command = {
  files: 0,
  run: (call) =>
    withOwner(call, async (db) => {
      const applied = await db.read(
        OF_NATION,
        (tx) => tx.sql<{ name: string }>`select name from migration order by name`,
      );
      call.terminal.out(call.text("command.answers.migrated"));
      for (const { name } of applied) call.terminal.out(`  ${name}`);
      return 0;
    }),
};
