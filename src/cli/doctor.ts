import type { Database } from "../platform/database/transaction.ts";
import { systemClock } from "../platform/time.ts";
import type { Check, Finding } from "./checks/check.ts";
import { CHECKS } from "./checks/checks.ts";
import type { Command, CommandCall, ExitCode } from "./command.ts";
import { progressBar } from "./progress-bar.ts";
import { withOwner } from "./with-owner.ts";

const MAX_FINDINGS = 20;

export const doctorCommand: Command = {
  files: 0,
  run: (call) => withOwner(call, (db) => examine(call, db)),
};

/** Every check, each with what it finds. */
export async function examine(call: CommandCall, db: Database): Promise<ExitCode> {
  const { terminal, text } = call;
  const bar = progressBar(terminal, "");
  let count = 0;
  for (const [at, check] of CHECKS.entries()) {
    bar.show(at, CHECKS.length);
    const findings = await findingsOf(db, check);
    bar.clear();
    report(
      call,
      text(`command.checks.${check.name}`),
      findings.map((row) => row.finding),
    );
    count += findings.length;
  }
  terminal.out(
    count === 0
      ? text("command.answers.doctor-summary-fine", { checks: CHECKS.length })
      : text("command.answers.doctor-summary-found", { count }),
  );
  return count === 0 ? 0 : 1;
}

/** Times read as on the wall of the office. */
const findingsOf = (db: Database, check: Check): Promise<Finding[]> =>
  db.read({}, async (tx) => {
    await tx.sql`set local timezone to 'Europe/Athens'`;
    return await check.find(tx, systemClock());
  });

function report({ terminal, text }: CommandCall, title: string, findings: readonly string[]): void {
  const count = findings.length;
  terminal.out(
    `${title}: ${count === 0 ? text("command.answers.doctor-fine") : text("command.answers.doctor-found", { count })}`,
  );
  for (const finding of findings.slice(0, MAX_FINDINGS)) terminal.out(`  ${finding}`);
  if (count > MAX_FINDINGS) terminal.out(`  ${text("command.answers.doctor-more", { count: count - MAX_FINDINGS })}`);
}
