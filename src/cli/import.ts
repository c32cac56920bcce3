import { readFile } from "node:fs/promises";
import { bringInTranslations } from "../ministry/translations/import-translations.ts";
import { importOffices } from "../offices/import-offices.ts";
import type { ImportSummary } from "../offices/import-plan.ts";
import { importServices } from "../offices/import-services.ts";
import { type Faulty, isFaulty } from "../offices/table-file.ts";
import type { Command, CommandCall, ExitCode } from "./command.ts";
import { reportFaults } from "./faults-report.ts";
import { progressBar } from "./progress-bar.ts";
import { visible } from "./terminal.ts";
import { withOwner } from "./with-owner.ts";

export const importOfficesCommand: Command = { files: 1, run: (call) => importFile(call, importOffices, "offices") };
export const importServicesCommand: Command = { files: 1, run: (call) => importFile(call, importServices, "services") };
export const importTranslationsCommand: Command = {
  files: 1,
  run: (call) => importFile(call, bringInTranslations, "translations"),
};

type Import = typeof importOffices;

async function importFile(
  call: CommandCall,
  importing: Import,
  what: "offices" | "services" | "translations",
): Promise<ExitCode> {
  const { terminal, text, language } = call;
  const file = await bytesOf(call);
  if (!file) return 1;
  const bar = progressBar(terminal, text("command.answers.importing"));
  return await withOwner(call, async (db) => {
    const result: ImportSummary | Faulty = await importing(db, file, bar.show).finally(bar.clear);
    if (isFaulty(result)) {
      reportFaults(result.faults, terminal, language);
      return 1;
    }
    terminal.out(text(`import.report.${what}`, { ...result }));
    return 0;
  });
}

async function bytesOf({ files, terminal, text }: CommandCall): Promise<Uint8Array | null> {
  const file = String(files[0]);
  try {
    return await readFile(file);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "";
    terminal.err(text("command.answers.file-unreadable", { file: visible(file), reason }));
    return null;
  }
}
