/** docs/trust.md: a section for each part, as its last run wrote it. */
const HEAD = "# What was tried to break it";
const INTRODUCTION =
  "Each part written by `npm run trust` when it ran last; `npm test` runs the same checks with small counts.";

export type Sections = ReadonlyMap<string, string>;

export function sectionsIn(report: string): Sections {
  const sections = report.split(/^## /m).slice(1);
  return new Map(sections.map((section) => [section.slice(0, section.indexOf(",")), section.trimEnd()]));
}

export const section = (part: string, day: Temporal.PlainDate, lines: readonly string[]): string =>
  `${part}, ${day}\n\n${lines.join("\n")}`;

/** Those of the parts there are, in their order. */
export function reportOf(sections: Sections, parts: readonly string[]): string {
  const known = parts.flatMap((part) => sections.get(part) ?? []);
  return [`${HEAD}\n\n${INTRODUCTION}`, ...known.map((text) => `## ${text}`)].join("\n\n").concat("\n");
}
