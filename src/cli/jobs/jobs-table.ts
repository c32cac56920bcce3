import { JOBS } from "../platform/jobs/jobs.ts";
import { type JobState, type JobStates, jobStates } from "../platform/jobs/states.ts";
import { clockTextOf, dateOf, dateTextOf } from "../platform/time.ts";
import type { Text } from "../text/text.ts";
import type { Command, CommandCall } from "./command.ts";
import { withOwner } from "./with-owner.ts";

/** What the program does by the clock, from the database: whichever process did it, and whether any does. */
export const jobsCommand: Command = {
  files: 0,
  flags: ["json"],
  run: (call) =>
    withOwner(call, async (db) => {
      const states = await jobStates(db);
      if (call.flags.has("json")) call.terminal.out(JSON.stringify({ at: states.now, jobs: states.jobs.map(plain) }));
      else reportText(call, states);
      return states.jobs.some(isWrong) ? 1 : 0;
    }),
};

const isWrong = ({ is }: JobState): boolean => is === "late" || is === "failed";

const SIGNS: Readonly<Record<JobState["is"], string>> = { fine: "✓", left: "!", never: "·", late: "✗", failed: "✗" };

const COLUMNS = ["job", "every", "last", "took", "next", "state"] as const;

function reportText({ terminal, text }: CommandCall, { now, jobs }: JobStates): void {
  const head = COLUMNS.map((column) => text(`command.jobs.column-${column}`));
  const rows = [head, ...jobs.map((job) => cells(job, now, text))];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    terminal.out(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  for (const { job, run } of jobs.filter(({ is }) => is === "failed"))
    terminal.out(text("command.jobs.failure", { job: text(`command.jobs.${job}`), code: run?.failure ?? "" }));
  const wrong = jobs.filter(isWrong).length;
  terminal.out(text("command.jobs.summary", { count: jobs.length, wrong }));
}

function cells({ job, is, run }: JobState, now: Temporal.Instant, text: Text): string[] {
  const { everyMs, againMs } = JOBS[job];
  const next = run?.ranAt.add({ milliseconds: run.outcome === "done" ? everyMs : againMs });
  return [
    text(`command.jobs.${job}`),
    span(everyMs, text),
    run ? moment(run.ranAt, now) : "–",
    run ? `${(run.tookMs / 1_000).toFixed(1)}″` : "–",
    next && is !== "late" ? moment(next, now) : "–",
    `${SIGNS[is]} ${text(`command.jobs.state-${is}`)}`,
  ];
}

const span = (ms: number, text: Text): string => {
  if (ms < 60_000) return `${ms / 1_000}″`;
  return ms < 3_600_000 ? `${ms / 60_000}′` : text("command.jobs.hours", { count: ms / 3_600_000 });
};

/** 10:42:04, or with its day */
function moment(at: Temporal.Instant, now: Temporal.Instant): string {
  const seconds = String(at.toZonedDateTimeISO("Europe/Athens").second).padStart(2, "0");
  const time = `${clockTextOf(at)}:${seconds}`;
  if (dateOf(at).equals(dateOf(now))) return time;
  const [, month, day] = dateTextOf(at).split("-");
  return `${day}/${month} ${time}`;
}

const plain = ({ job, is, run }: JobState) => ({ job, is, ...(run && { ...run, job }) });
