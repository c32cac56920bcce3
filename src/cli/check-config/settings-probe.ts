import { type Config, ENVIRONMENT_NAMES, type ExaminedConfig, riskyChoices } from "../../platform/config.ts";
import { editDistance } from "../../platform/text/edit-distance.ts";
import { fine, note, type ProbeResult, wrong } from "./probe.ts";

/** Letters by which a name may be off and still be meant */
const MOST_SLIPS = 3;

/** What the start would refuse, each by its setting where it has one, and what is a choice but must not go unnoticed. */
export function probeSettings({ config, unknown, malformed, unsafe }: ExaminedConfig): readonly ProbeResult[] {
  const faults = [
    ...unknown.map(ofUnknown),
    ...malformed.map(({ name, reason }) =>
      wrong({ probe: "settings", setting: name }, "malformed-setting", { reason }),
    ),
    ...unsafe.map((reason) => wrong({ probe: "settings", setting: nameIn(reason) }, "unsafe-settings", { reason })),
  ];
  const risks = config ? riskyChoices(config).map(ofRisk) : [];
  return faults.length + risks.length > 0 ? [...faults, ...risks] : [fine(ALL, "settings-fine")];
}

const ALL = { probe: "settings", setting: "*" } as const;

function ofUnknown(name: string): ProbeResult {
  const [meant] = ENVIRONMENT_NAMES.map((known) => ({ known, slips: editDistance(name, known) }))
    .filter(({ slips }) => slips <= MOST_SLIPS)
    .sort((a, b) => a.slips - b.slips);
  const target = { probe: "settings", setting: name } as const;
  return meant ? wrong(target, "misspelt-setting", { name: meant.known }) : wrong(target, "unknown-setting");
}

const ofRisk = (reason: string): ProbeResult =>
  note({ probe: "settings", setting: nameIn(reason) }, "risky-choice", { reason });

/** The first setting that a sentence names */
const nameIn = (sentence: string): string =>
  sentence.match(/\b[A-Z][A-Z_]+\b/g)?.find((word) => ENVIRONMENT_NAMES.includes(word)) ?? ALL.setting;

const SECRETS = [
  "GSIS_CLIENT_SECRET",
  "GSIS_CITIZENS_CLIENT_SECRET",
  "OIDC_CLIENT_SECRET",
  "DIRECTORY_PASSWORD",
] as const;

/** How long each that is set is, and never what it is. */
export function probeSecrets(config: Config): readonly ProbeResult[] {
  const lengths = config.AUDIT_KEY.split(",").map((key) => key.trim().length);
  const secrets = SECRETS.flatMap((setting) => {
    const { length } = config[setting] ?? "";
    return length > 0 ? [fine({ probe: "secret", setting }, "secret-length", { length })] : [];
  });
  return [
    fine({ probe: "secret", setting: "AUDIT_KEY" }, "audit-key-lengths", {
      number: lengths.length,
      lengths: lengths.join(", "),
    }),
    ...secrets,
  ];
}
