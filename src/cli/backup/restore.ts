import { resolve } from "node:path";
import { migrate } from "../../platform/database/migrate.ts";
import { openOwner } from "../../platform/database/owner.ts";
import { systemClock } from "../../platform/time.ts";
import type { Command, CommandCall } from "../command.ts";
import { examine } from "../doctor.ts";
import { progressBar } from "../progress-bar.ts";
import { withOwner } from "../with-owner.ts";
import { makeServable } from "./before-serving.ts";
import { letIn } from "./door.ts";
import { fill } from "./fill.ts";
import { lastWorked } from "./last-worked.ts";
import type { Manifest } from "./manifest.ts";
import { withOwnerClient } from "./owner-client.ts";
import { withOwnersUrl } from "./owners-url.ts";
import { noRoom } from "./room.ts";
import { inMegabytes, verified } from "./verify.ts";

/** A backup into an empty database, which then is what it was, but for what must not happen twice. */
export const restoreCommand: Command = {
  files: 1,
  run: async (call) => {
    const folder = resolve(String(call.files[0]));
    const manifest = await verified(call, folder);
    if (!manifest) return 1;
    const restored = await withOwnersUrl(call, async (ownerUrl) => {
      const hindrance = await withOwnerClient(ownerUrl, (client) => noRoom(client, manifest));
      if (hindrance) {
        call.terminal.err(call.text(`command.answers.restore-${hindrance}`));
        return 1;
      }
      await bringBack(call, ownerUrl, { folder, manifest });
      return 0;
    });
    if (restored !== 0) return restored;
    call.terminal.out(call.text("command.answers.restore-done", { at: manifest.at }));
    return await withOwner(call, async (db) => examine(call, db, await lastWorked(db)));
  },
};

async function bringBack(
  { terminal, text, config }: CommandCall,
  ownerUrl: string,
  backup: { readonly folder: string; readonly manifest: Manifest },
): Promise<void> {
  const { migrations, parts } = backup.manifest;
  // The tables as they were then; what has changed since is done to the data as to those of any older database.
  await migrate(ownerUrl, { only: new Set(migrations.map(({ name }) => name)) });
  const bar = progressBar(terminal, text("command.answers.restoring"));
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const onBytes = (count: number) => {
    done += count;
    bar.show(inMegabytes(done), inMegabytes(total));
  };
  const kept = await withOwnerClient(ownerUrl, async (client) => {
    const shut = await fill(client, { ...backup, onBytes }).finally(bar.clear);
    await client.query("analyze");
    return shut;
  });
  await migrate(ownerUrl);
  const owner = openOwner(ownerUrl);
  await makeServable(owner.db, systemClock, config.DATA_DIR).finally(() => owner.close());
  await withOwnerClient(ownerUrl, (client) => letIn(client, kept));
}
