import type { JobState } from "../../platform/jobs/states.ts";
import type { CommandCall } from "../command.ts";

/** Of each job that is late, failed or left something: what it is for, what that means for people, and what to do next. */
export function explainTrouble({ terminal, text }: CommandCall, jobs: readonly JobState[], isServed: boolean): void {
  for (const { job, is, run } of jobs) {
    if (is === "fine" || is === "never") continue;
    const values = { job: text(`command.jobs.${job}`), code: run?.failure ?? "" };
    terminal.out(`\n${text(`command.trouble.heading-${is}`, values)}`);
    terminal.out(indented(text(`command.trouble.${job}`)));
    terminal.out(indented(`→ ${text(`command.trouble.next-${isServed ? is : "nobody"}`, { name: job })}`));
  }
}

const indented = (lines: string): string => `  ${lines.replaceAll("\n", "\n  ")}`;
