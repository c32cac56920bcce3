import program from "../../../package.json" with { type: "json" };
import { type Config, type ExaminedConfig, examineConfig } from "../../platform/config.ts";
import type { Command, CommandCall } from "../command.ts";
import { probeCertificates } from "./certificate-probe.ts";
import { probeDatabase } from "./database-probe.ts";
import { probeDirectory } from "./directory-probe.ts";
import { probeMail } from "./mail-probe.ts";
import type { ProbeResult } from "./probe.ts";
import { reportJson, reportText, stopsTheStart } from "./report.ts";
import { probeSecurityContact } from "./security-contact-probe.ts";
import { probeSecrets, probeSettings } from "./settings-probe.ts";
import { probeSignIn } from "./sign-in-probe.ts";
import { probeStandby } from "./standby-probe.ts";
import { probeWallet } from "./wallet-probe.ts";

/**
 * Looks at the settings and tries each server that they name. Nothing is started, sent or written. Before a start
 * (`--to-start`) it says only what would end it: a mail server that is down must keep nobody from serving.
 */
export const checkConfigCommand: Command = {
  files: 0,
  flags: ["json", "offline", "to-start"],
  run: async (call) => {
    const examined = examineConfig(call.environment);
    const isStart = call.flags.has("to-start");
    const probed = await probeAll(call, examined);
    const results = isStart ? probed.filter(stopsTheStart) : probed;
    if (isStart && results.length === 0) return 0;
    if (call.flags.has("json")) reportJson(call, results);
    else reportText(call, results, { version: program.version, mode: examined.config?.NODE_ENV ?? "–" });
    return results.some(({ is }) => is === "wrong") ? 1 : 0;
  },
};

const PROBES: readonly ((config: Config) => Promise<readonly ProbeResult[]>)[] = [
  probeDatabase,
  probeStandby,
  probeSignIn,
  probeDirectory,
  probeMail,
  probeCertificates,
  probeSecurityContact,
  probeWallet,
];

/** No server is asked by settings with which the program would not: a secret might travel as it is. */
async function probeAll({ flags }: CommandCall, examined: ExaminedConfig): Promise<readonly ProbeResult[]> {
  const { config, unsafe } = examined;
  const settings = probeSettings(examined);
  if (!config) return settings;
  const own = [...settings, ...probeSecrets(config)];
  if (flags.has("offline") || unsafe.length > 0) return own;
  const probes = flags.has("to-start") ? [probeDatabase] : PROBES;
  return [...own, ...(await Promise.all(probes.map((probe) => probe(config)))).flat()];
}
