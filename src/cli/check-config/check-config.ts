import type { Config } from "../../platform/config.ts";
import { wordsOf } from "../../text/text.ts";
import type { Command, CommandCall } from "../command.ts";
import { probeCertificates } from "./certificate-probe.ts";
import { probeDatabase } from "./database-probe.ts";
import { probeDirectory } from "./directory-probe.ts";
import { probeMail } from "./mail-probe.ts";
import type { ProbeResult } from "./probe.ts";
import { probeSecurityContact } from "./security-contact-probe.ts";
import { probeSignIn } from "./sign-in-probe.ts";
import "../../text/server.ts";

/** Tries each server that the settings name. Nothing is started, sent or written; that settings fit together is seen before. */
export const checkConfigCommand: Command = {
  files: 0,
  flags: ["json"],
  run: async (call) => {
    const results = await probeAll(call.config);
    if (call.flags.has("json")) reportJson(call, results);
    else reportText(call, results);
    return results.some(isWrong) ? 1 : 0;
  },
};

const PROBES: readonly ((config: Config) => Promise<readonly ProbeResult[]>)[] = [
  probeDatabase,
  probeSignIn,
  probeDirectory,
  probeMail,
  probeCertificates,
  probeSecurityContact,
];

const probeAll = async (config: Config): Promise<readonly ProbeResult[]> =>
  (await Promise.all(PROBES.map((probe) => probe(config)))).flat();

const isWrong = ({ is }: ProbeResult): boolean => is === "wrong";

const MARKS: Readonly<Record<ProbeResult["is"], string>> = { fine: "✓", note: "!", wrong: "✗" };

function reportText(call: CommandCall, results: readonly ProbeResult[]): void {
  const { terminal, text } = call;
  for (const result of results) {
    const { what, found, remedy } = wordsOfResult(call, result);
    terminal.out(`${MARKS[result.is]} ${what} (${result.setting}): ${found}`);
    if (remedy !== undefined) terminal.out(`  → ${remedy}`);
  }
  terminal.out(text("command.config.summary", { count: results.length, wrong: results.filter(isWrong).length }));
}

function reportJson(call: CommandCall, results: readonly ProbeResult[]): void {
  const probes = results.map((result) => ({ ...result, ...wordsOfResult(call, result) }));
  call.terminal.out(JSON.stringify({ probes, wrong: results.filter(isWrong).length }));
}

const wordsOfResult = ({ text, language }: CommandCall, { probe, is, code, values }: ProbeResult) => ({
  what: text(`command.config.probe-${probe}`),
  found: wordsOf(language, [`command.config.found-${code}`], values),
  ...(is !== "fine" && { remedy: wordsOf(language, [`command.config.remedy-${code}`], values) }),
});
