import { type Environment, readConfig } from "../platform/config.ts";
import { type Text, textIn } from "../text/text.ts";
import { readArguments, readOptions } from "./arguments.ts";
import type { Command, ExitCode, Terminal } from "./command.ts";
import { processTerminal } from "./terminal.ts";
import "../text/server.ts";

/** `npm run visits -- <command>`. Each command is loaded only when it is called. */
const COMMANDS = {
  serve: async () => (await import("./serve.ts")).serveCommand,
  "check-config": async () => (await import("./check-config/check-config.ts")).checkConfigCommand,
  migrate: async () => (await import("./migrate.ts")).migrateCommand,
  seed: async () => (await import("../../trial/seed-command.ts")).seedCommand,
  "import-offices": async () => (await import("./import.ts")).importOfficesCommand,
  "import-services": async () => (await import("./import.ts")).importServicesCommand,
  "import-translations": async () => (await import("./import.ts")).importTranslationsCommand,
  "retention run": async () => (await import("./retention.ts")).retentionRunCommand,
  "subject export": async () => (await import("./subject.ts")).subjectExportCommand,
  "subject erase": async () => (await import("./subject.ts")).subjectEraseCommand,
  "open-data correct": async () => (await import("./open-data.ts")).correctOpenDataCommand,
  "open-data new-key": async () => (await import("./open-data.ts")).newOpenDataKeyCommand,
  "audit verify": async () => (await import("./audit.ts")).auditVerifyCommand,
  "audit head": async () => (await import("./audit.ts")).auditHeadCommand,
  doctor: async () => (await import("./doctor.ts")).doctorCommand,
  jobs: async () => (await import("./jobs/jobs.ts")).jobsCommand,
  "jobs run": async () => (await import("./jobs/run-job.ts")).runJobCommand,
  "partner pause": async () => (await import("./partner.ts")).pausePartnerCommand,
  "partner resume": async () => (await import("./partner.ts")).resumePartnerCommand,
  backup: async () => (await import("./backup/backup.ts")).backupCommand,
  restore: async () => (await import("./backup/restore.ts")).restoreCommand,
  recovered: async () => (await import("./backup/recovered.ts")).recoveredCommand,
} satisfies Record<string, () => Promise<Command>>;

type Name = keyof typeof COMMANDS;

export async function visits(argv: readonly string[], environment: Environment, terminal: Terminal): Promise<ExitCode> {
  const { name, rest, help, language } = readArguments(argv, Object.keys(COMMANDS));
  const text = textIn(language);
  if (name === undefined && help) return answer(terminal, text("command.help.overview"));
  if (name === undefined || !isCommand(name)) return misused(terminal, text, name);
  if (help) return answer(terminal, text(`command.help.${name}`));
  const command: Command = await COMMANDS[name]();
  const given = readOptions(command, rest, text);
  if (typeof given === "string") {
    terminal.err(`${given}\n${text("command.answers.see-help", { command: name })}`);
    return 2;
  }
  try {
    const call = { ...given, environment, terminal, language, text };
    return await command.run({
      ...call,
      get config() {
        return readConfig(environment);
      },
    });
  } catch (error) {
    terminal.err(reasons(error));
    return 1;
  }
}

const isCommand = (name: string): name is Name => Object.hasOwn(COMMANDS, name);

function answer(terminal: Terminal, words: string): ExitCode {
  terminal.out(words);
  return 0;
}

function misused(terminal: Terminal, text: Text, name: string | undefined): ExitCode {
  if (name !== undefined) terminal.err(`${text("command.answers.unknown-command", { name })}\n`);
  terminal.err(text("command.help.overview"));
  return 2;
}

/** What went wrong and why, from the outermost error to its first cause. */
function reasons(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const parts = error instanceof AggregateError ? error.errors.map(reasons).join("; ") : "";
  const own = error.message || parts || error.name;
  const cause = error.cause === undefined ? "" : reasons(error.cause);
  return own.includes(cause) ? own : `${own}\n  ${cause}`;
}

if (import.meta.main) process.exitCode = await visits(process.argv.slice(2), process.env, processTerminal(process.env));
