import type { Database } from "../platform/database/transaction.ts";
import { systemClock } from "../platform/time.ts";
import { type Diagnosis, diagnose } from "./checks/diagnose.ts";
import type { Command, CommandCall, ExitCode } from "./command.ts";
import { progressBar } from "./progress-bar.ts";
import { withOwner } from "./with-owner.ts";

const EXAMPLES = 5;

export const doctorCommand: Command = {
  files: 0,
  flags: ["json"],
  run: (call) => withOwner(call, (db) => examine(call, db, systemClock())),
};

/**
 * Every check with what it finds and what to do about it.
 * @param now the moment at which the program has last worked with the data: since then it could not see to anything
 */
export async function examine(call: CommandCall, db: Database, now: Temporal.Instant): Promise<ExitCode> {
  const bar = progressBar(call.terminal, "");
  const diagnoses = await diagnose(db, now, bar.show).finally(bar.clear);
  const count = diagnoses.reduce((sum, { findings }) => sum + findings.length, 0);
  if (call.flags.has("json")) reportJson(call, diagnoses, now);
  else reportText(call, diagnoses, count);
  return count === 0 ? 0 : 1;
}

function reportText({ terminal, text }: CommandCall, diagnoses: readonly Diagnosis[], count: number): void {
  for (const { check, findings } of diagnoses) {
    const found = findings.length;
    terminal.out(
      `${text(`command.checks.${check.name}`)}: ${found === 0 ? text("command.answers.doctor-fine") : text("command.answers.doctor-found", { count: found })}`,
    );
    if (found === 0) continue;
    for (const finding of findings.slice(0, EXAMPLES)) terminal.out(`  ${finding}`);
    if (found > EXAMPLES) terminal.out(`  ${text("command.answers.doctor-more", { count: found - EXAMPLES })}`);
    terminal.out(`  → ${text(`command.remedies.${check.remedy}`)}`);
  }
  terminal.out(
    count === 0
      ? text("command.answers.doctor-summary-fine", { checks: diagnoses.length })
      : text("command.answers.doctor-summary-found", { count }),
  );
}

function reportJson({ terminal, text }: CommandCall, diagnoses: readonly Diagnosis[], now: Temporal.Instant): void {
  const found = diagnoses
    .filter(({ findings }) => findings.length > 0)
    .map(({ check: { name, remedy }, findings }) => ({
      check: name,
      what: text(`command.checks.${name}`),
      count: findings.length,
      examples: findings.slice(0, EXAMPLES),
      remedy: text(`command.remedies.${remedy}`),
    }));
  terminal.out(JSON.stringify({ at: now.toString(), checks: diagnoses.length, found }));
}
