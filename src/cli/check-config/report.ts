import { wordsOf } from "../../text/text.ts";
import type { CommandCall } from "../command.ts";
import type { ProbeName, ProbeResult } from "./probe.ts";
import "../../text/server.ts";

const GROUPS = {
  settings: ["settings"],
  secrets: ["secret"],
  database: ["database", "owner", "pooler", "standby", "clock"],
  servers: ["sign-in", "citizens", "directory", "mail"],
  addresses: ["certificate", "security-contact"],
} as const satisfies Readonly<Record<string, readonly ProbeName[]>>;

/** With one of these wrong a process ends before it serves; without the others it serves, and says so in the log. */
const NEEDED_TO_START: readonly ProbeName[] = ["settings", "database", "owner", "pooler"];

export const stopsTheStart = ({ is, probe }: ProbeResult): boolean => is === "wrong" && NEEDED_TO_START.includes(probe);

const MARKS: Readonly<Record<ProbeResult["is"], string>> = { fine: "✓", note: "!", wrong: "✗" };

interface Heading {
  readonly version: string;
  readonly mode: string;
}

export function reportText(call: CommandCall, results: readonly ProbeResult[], heading: Heading): void {
  const { terminal, text } = call;
  terminal.out(text("command.config.heading", { ...heading }));
  const width = Math.max(...results.map(({ setting }) => setting.length));
  for (const [group, probes] of Object.entries(GROUPS) as [keyof typeof GROUPS, readonly ProbeName[]][]) {
    const own = results.filter(({ probe }) => probes.includes(probe));
    if (own.length > 0) terminal.out(`\n${text(`command.config.group-${group}`)}`);
    for (const result of own) reportLine(call, result, width);
  }
  terminal.out(`\n${summaryOf(call, results)}`);
}

function reportLine(call: CommandCall, result: ProbeResult, width: number): void {
  const { what, found, remedy } = wordsOfResult(call, result);
  const said = what === "" ? found : `${what}: ${found}`;
  call.terminal.out(`  ${MARKS[result.is]} ${result.setting.padEnd(width)}  ${said}`);
  if (remedy) call.terminal.out(`      → ${remedy}`);
}

function summaryOf({ text }: CommandCall, results: readonly ProbeResult[]): string {
  const count = (is: ProbeResult["is"]) => results.filter((result) => result.is === is).length;
  const sums = text("command.config.summary", { fine: count("fine"), note: count("note"), wrong: count("wrong") });
  return results.some(stopsTheStart) ? `${sums} ${text("command.config.would-not-start")}` : sums;
}

export function reportJson(call: CommandCall, results: readonly ProbeResult[]): void {
  const probes = results.map((result) => ({ ...result, ...wordsOfResult(call, result) }));
  call.terminal.out(JSON.stringify({ probes, wrong: results.filter(({ is }) => is === "wrong").length }));
}

const wordsOfResult = ({ text, language }: CommandCall, { probe, is, code, values }: ProbeResult) => ({
  what: probe === "settings" || probe === "secret" ? "" : text(`command.config.probe-${probe}`),
  found: wordsOf(language, [`command.config.found-${code}`], values),
  ...(is !== "fine" && { remedy: wordsOf(language, [`command.config.remedy-${code}`], values) }),
});
