import { setTimeout as sleep } from "node:timers/promises";
import { partnerTroubles } from "../../partners/accredit/pause.ts";
import { servingProcesses } from "../../platform/database/releases-in-use.ts";
import { ACROSS_OFFICES, OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { jobStates } from "../../platform/jobs/states.ts";
import type { Command, CommandCall, ExitCode } from "../command.ts";
import { withOwner } from "../with-owner.ts";
import { drawJobs, isWrong, type JobsPicture, writeJobs } from "./jobs-table.ts";
import { leftOf } from "./left.ts";

const WATCH_MS = 5_000;

/** What the program does by the clock, from the database: whichever process did it, and whether any does. */
export const jobsCommand: Command = {
  files: 0,
  flags: ["json", "watch"],
  run: (call) => withOwner(call, (db) => (call.flags.has("watch") ? watch(call, db) : look(call, db))),
};

/** Until it is told to stop, or nobody looks any more; with what it saw last. */
async function watch(call: CommandCall, db: Database): Promise<ExitCode> {
  const end = new AbortController();
  const stop = () => end.abort();
  call.terminal.unread?.addEventListener("abort", stop);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
  for (;;) {
    call.terminal.clear?.();
    const exit = await look(call, db);
    await sleep(WATCH_MS, undefined, { signal: end.signal }).catch(() => {});
    if (end.signal.aborted) return exit;
  }
}

async function look(call: CommandCall, db: Database): Promise<ExitCode> {
  const states = await jobStates(db);
  const processes = await db.read(OF_NATION, servingProcesses);
  const partners = await db.read(ACROSS_OFFICES, partnerTroubles);
  const picture: JobsPicture = { ...states, processes, left: await leftOf(db, states.now), partners };
  if (call.flags.has("json")) writeJobs(call, picture);
  else drawJobs(call, picture);
  return states.jobs.some(isWrong) ? 1 : 0;
}
