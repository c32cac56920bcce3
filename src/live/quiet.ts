import type { Notice } from "./notice.ts";

/** For how long nothing has changed of an office, by what this process hears, in milliseconds. */
export interface Quiet {
  /** From now on everything is heard, or nothing: what was before is not known. */
  begin(): void;
  hear(notice: Notice): void;
  lastsFor(office: number): number;
}

export function createQuiet(): Quiet {
  const changedAt = new Map<number, number>();
  let begunAt = performance.now();
  const begin = () => {
    changedAt.clear();
    begunAt = performance.now();
  };
  return {
    begin,
    hear: (notice) => {
      // The ministry has ruled for offices that it does not name.
      if (notice.kind === "ruling") begin();
      else if (notice.kind === "change" || notice.kind === "rules" || notice.kind === "onboarding")
        changedAt.set(notice.office, performance.now());
    },
    lastsFor: (office) => performance.now() - (changedAt.get(office) ?? begunAt),
  };
}
