import type { ProbeResult } from "../src/cli/check-config/probe.ts";
import { visits } from "../src/cli/visits.ts";

export interface CheckedConfig {
  readonly exit: number;
  /** What each server came to: "database DATABASE_URL fine database-fine" */
  readonly lines: readonly string[];
  readonly probes: readonly (ProbeResult & { readonly found: string; readonly remedy?: string })[];
}

type Settings = Readonly<Record<string, string>>;

/** `visits check-config` with these settings and no others. */
export async function checkConfig(settings: Settings): Promise<CheckedConfig> {
  const { exit, out } = await say(settings, "--json");
  const { probes } = JSON.parse(out) as Pick<CheckedConfig, "probes">;
  const servers = probes.filter(({ probe }) => probe !== "settings" && probe !== "secret");
  return { exit, probes, lines: servers.map(({ probe, setting, is, code }) => `${probe} ${setting} ${is} ${code}`) };
}

/** The same as a person reads it. */
export async function say(settings: Settings, ...argv: string[]): Promise<{ exit: number; out: string }> {
  const said: string[] = [];
  const line = (words: string) => said.push(words);
  const exit = await visits(["check-config", ...argv], settings, { out: line, err: line });
  return { exit, out: said.join("\n") };
}
