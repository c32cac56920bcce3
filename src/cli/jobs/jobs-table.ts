import type { PartnerTrouble } from "../../partners/accredit/pause.ts";
import { JOBS } from "../../platform/jobs/jobs.ts";
import type { JobState, JobStates } from "../../platform/jobs/states.ts";
import { dateTextOf } from "../../platform/time.ts";
import type { CommandCall } from "../command.ts";
import { countText, momentText, secondsText } from "./formats.ts";
import type { Left } from "./left.ts";
import { explainPartner } from "./partner-trouble.ts";
import { explainTrouble } from "./trouble.ts";

/** What is done by the clock at one moment, by whom, and how much is left of it */
export interface JobsPicture extends JobStates {
  /** Where each process answers that serves */
  readonly processes: readonly string[];
  readonly left: Left;
  /** Systems of partners that are not told of their appointments */
  readonly partners: readonly PartnerTrouble[];
}

export const isWrong = ({ is }: JobState): boolean => is === "late" || is === "failed";

const SIGNS: Readonly<Record<JobState["is"], string>> = { fine: "✓", left: "!", never: "·", late: "✗", failed: "✗" };

const COLUMNS = ["job", "every", "last", "took", "did", "left", "next", "state"] as const;
const NUMBERS: readonly number[] = [COLUMNS.indexOf("took"), COLUMNS.indexOf("did"), COLUMNS.indexOf("left")];

export function drawJobs(call: CommandCall, picture: JobsPicture): void {
  const { terminal, text, language } = call;
  const { now, jobs, processes, partners } = picture;
  const day = now.toZonedDateTimeISO("Europe/Athens").toLocaleString(language, { weekday: "long" });
  const at = `${day} ${dateTextOf(now).split("-").toReversed().join("/")}, ${momentText(now, now)}`;
  const names = processes.join(", ") || text("command.jobs.no-processes");
  terminal.out(`${text("command.jobs.heading", { at, names })}\n`);
  const head = COLUMNS.map((column) => text(`command.jobs.column-${column}`));
  const rows = [head, ...jobs.map((job) => cells(job, picture, { text, language }))];
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
  explainTrouble(call, jobs, processes.length > 0);
  for (const partner of partners) explainPartner(call, partner, now);
  const wrong = jobs.filter(isWrong).length;
  terminal.out(`\n${text("command.jobs.summary", { count: jobs.length, wrong })}`);
}

type Words = Pick<CommandCall, "text" | "language">;

function cells({ job, is, run }: JobState, { now, left }: JobsPicture, { text, language }: Words): string[] {
  const { everyMs, againMs } = JOBS[job];
  const next = run?.ranAt.add({ milliseconds: run.outcome === "done" ? everyMs : againMs });
  return [
    text(`command.jobs.${job}`),
    span(everyMs, text),
    run ? momentText(run.ranAt, now) : "–",
    run ? `${secondsText(run.tookMs, language)}″` : "–",
    countText(run?.did, language),
    countText(left[job], language),
    next && is !== "late" ? momentText(next, now) : "–",
    `${SIGNS[is]} ${text(`command.jobs.state-${is}`)}`,
  ];
}

const span = (ms: number, text: Words["text"]): string => {
  if (ms < 60_000) return `${ms / 1_000}″`;
  return ms < 3_600_000 ? `${ms / 60_000}′` : text("command.jobs.hours", { count: ms / 3_600_000 });
};

export function writeJobs({ terminal }: CommandCall, { now, jobs, processes, left, partners }: JobsPicture): void {
  const plain = jobs.map(({ job, is, run }) => ({ job, is, ...(run && { ...run, job }), left: left[job] ?? null }));
  terminal.out(JSON.stringify({ at: now, processes, jobs: plain, partners }));
}
