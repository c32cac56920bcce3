import { randomUUID } from "node:crypto";
import { kedSettingsOf } from "../../identity/directory/configured.ts";
import { directoryEntries } from "../../identity/directory/file.ts";
import { auditRecordOf, type KedSettings, postTo } from "../../identity/directory/ked.ts";
import { DirectoryFault, employeeItems } from "../../identity/directory/ked-answer.ts";
import type { Config } from "../../platform/config.ts";
import { systemClock } from "../../platform/time.ts";
import { fine, note, notReached, type ProbeResult, type ProbeTarget, wrong } from "./probe.ts";

/** A tax number that nobody can have */
const NOBODY = "000000000";
/** By whom and from where, in the audit record of the question */
const ASKER = { userId: "check-config", userIp: "127.0.0.1" };

export async function probeDirectory(config: Config): Promise<readonly ProbeResult[]> {
  const settings = kedSettingsOf(config);
  if (config.DIRECTORY_KIND === "file") return [await probeFile(config.DIRECTORY_FILE ?? "")];
  const target: ProbeTarget = { probe: "directory", setting: "DIRECTORY_URL" };
  return [settings ? await probeService(target, settings) : note(target, "stand-in")];
}

async function probeFile(file: string): Promise<ProbeResult> {
  const target: ProbeTarget = { probe: "directory", setting: "DIRECTORY_FILE" };
  return directoryEntries(file).then(
    ({ length }) => fine(target, "directory-file-fine", { number: length }),
    (error: Error) => wrong(target, "directory-file-unreadable", { reason: error.message }),
  );
}

/**
 * Asks for the gates of nobody. The call's audit record is kept by whoever runs the command, who sees its number: there may
 * be no database yet.
 */
async function probeService(target: ProbeTarget, settings: KedSettings): Promise<ProbeResult> {
  const id = randomUUID();
  const auditRecord = auditRecordOf(id, systemClock(), settings.auditUnit, ASKER);
  const question = JSON.stringify({ auditRecord, kepEmployeesInputRecord: { afm: NOBODY } });
  try {
    employeeItems(await postTo(settings, "kepEmployees", question), NOBODY);
    return fine(target, "directory-fine", { id });
  } catch (error) {
    return error instanceof DirectoryFault ? resultOf(target, error.outcome, id) : notReached(target, error);
  }
}

/** That a number is nobody's is an answer, too. */
function resultOf(target: ProbeTarget, outcome: string, id: string): ProbeResult {
  if (outcome === "refused GEN_INVALID_DATA") return fine(target, "directory-fine", { id });
  if (outcome === "malformed") return wrong(target, "no-directory-there");
  const reason = outcome.replace(/^(status-|refused )/, "");
  return wrong(target, /^status-40[13]$/.test(outcome) ? "directory-refused" : "directory-ill", { reason });
}
