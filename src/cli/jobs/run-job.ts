import { setTimeout as sleep } from "node:timers/promises";
import { announceJob } from "../../live/announce.ts";
import { servingProcesses } from "../../platform/database/releases-in-use.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { JOB_NAMES, type JobName } from "../../platform/jobs/jobs.ts";
import { type JobState, jobStates } from "../../platform/jobs/states.ts";
import type { Command, CommandCall, ExitCode } from "../command.ts";
import { withOwner } from "../with-owner.ts";
import { countText, secondsText } from "./formats.ts";

const LOOK_MS = 250;
const PATIENCE_MS = 60_000;

/** Has the serving processes do a job now, with their settings; waits for what becomes of it. */
export const runJobCommand: Command = {
  files: 1,
  operand: "one-job",
  run: async (call) => {
    const [name] = call.files;
    const job = JOB_NAMES.find((known) => known === name);
    if (job) return await withOwner(call, (db) => runJob(call, db, job));
    call.terminal.err(call.text("command.answers.unknown-job", { name: name ?? "", names: JOB_NAMES.join(", ") }));
    return 2;
  },
};

async function runJob({ terminal, text, language }: CommandCall, db: Database, job: JobName): Promise<ExitCode> {
  if ((await db.read(OF_NATION, servingProcesses)).length === 0) {
    terminal.err(text("command.answers.nobody-serves"));
    return 1;
  }
  const since = (await jobStates(db)).now;
  await db.write(OF_NATION, async (tx) => announceJob(tx, job));
  const run = await runSince(db, job, since);
  const name = text(`command.jobs.${job}`);
  if (!run) {
    terminal.err(text("command.answers.job-goes-on", { job: name }));
    return 1;
  }
  const { did, tookMs, outcome, failure } = run;
  if (outcome === "failed") terminal.err(text("command.jobs.failure", { job: name, code: failure ?? "" }));
  else {
    const state = text(`command.jobs.state-${outcome === "done" ? "fine" : "left"}`);
    const counts = { seconds: secondsText(tookMs, language), did: countText(did, language) };
    terminal.out(text("command.answers.job-ran", { job: name, ...counts, state }));
  }
  return outcome === "failed" ? 1 : 0;
}

/** One that began after that moment; null: none has ended in a minute. */
async function runSince(db: Database, job: JobName, since: Temporal.Instant): Promise<JobState["run"]> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(LOOK_MS)) {
    const { jobs } = await jobStates(db);
    const run = jobs.find((state) => state.job === job)?.run;
    if (run && Temporal.Instant.compare(run.ranAt.subtract({ milliseconds: run.tookMs }), since) > 0) return run;
  }
  return null;
}
