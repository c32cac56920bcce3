import { JOBS } from "../../platform/jobs/jobs.ts";
import type { JobState, JobStates } from "../../platform/jobs/states.ts";
import { clockTextOf, dateOf, dateTextOf } from "../../platform/time.ts";
import type { Text } from "../../text/text.ts";
import type { CommandCall } from "../command.ts";
import type { Left } from "./left.ts";

/** What is done by the clock at one moment, by whom, and how much is left of it */
export interface JobsPicture extends JobStates {
  /** Where each process answers that serves */
  readonly processes: readonly string[];
  readonly left: Left;
}

export const isWrong = ({ is }: JobState): boolean => is === "late" || is === "failed";

const SIGNS: Readonly<Record<JobState["is"], string>> = { fine: "✓", left: "!", never: "·", late: "✗", failed: "✗" };

const COLUMNS = ["job", "every", "last", "took", "did", "left", "next", "state"] as const;
const NUMBERS: readonly number[] = [COLUMNS.indexOf("took"), COLUMNS.indexOf("did"), COLUMNS.indexOf("left")];

export function drawJobs({ terminal, text, language }: CommandCall, picture: JobsPicture): void {
  const { now, jobs, processes } = picture;
  const day = now.toZonedDateTimeISO("Europe/Athens").toLocaleString(language, { weekday: "long" });
  const at = `${day} ${dateTextOf(now).split("-").toReversed().join("/")}, ${moment(now, now)}`;
  const names = processes.join(", ") || text("command.jobs.no-processes");
  terminal.out(`${text("command.jobs.heading", { at, names })}\n`);
  const head = COLUMNS.map((column) => text(`command.jobs.column-${column}`));
  const rows = [head, ...jobs.map((job) => cells(job, picture, text))];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    terminal.out(
      row
        .map((cell, column) =>
          NUMBERS.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    );
  for (const { job, run } of jobs.filter(({ is }) => is === "failed"))
    terminal.out(text("command.jobs.failure", { job: text(`command.jobs.${job}`), code: run?.failure ?? "" }));
  const wrong = jobs.filter(isWrong).length;
  terminal.out(text("command.jobs.summary", { count: jobs.length, wrong }));
}

function cells({ job, is, run }: JobState, { now, left }: JobsPicture, text: Text): string[] {
  const { everyMs, againMs } = JOBS[job];
  const next = run?.ranAt.add({ milliseconds: run.outcome === "done" ? everyMs : againMs });
  return [
    text(`command.jobs.${job}`),
    span(everyMs, text),
    run ? moment(run.ranAt, now) : "–",
    run ? `${(run.tookMs / 1_000).toFixed(1)}″` : "–",
    String(run?.did ?? "–"),
    String(left[job] ?? "–"),
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

export function writeJobs({ terminal }: CommandCall, { now, jobs, processes, left }: JobsPicture): void {
  const plain = jobs.map(({ job, is, run }) => ({ job, is, ...(run && { ...run, job }), left: left[job] ?? null }));
  terminal.out(JSON.stringify({ at: now, processes, jobs: plain }));
}
