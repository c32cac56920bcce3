import { ApiProblem } from "../api.ts";
import { failureOf } from "../failure.ts";

/** Sends what was typed on top of what stands by now. Pure but for the sending. */

const ATTEMPTS = 3;

/**
 * Colleagues' changes elsewhere are no obstacle: then it is sent once more, with the version that has them.
 * @param versionFor answers with that version, or null where the refusal stands
 */
export async function sentOnTop<Answer, Version extends number | undefined>(
  seen: Version,
  send: (version: Version | number) => Promise<Answer>,
  versionFor: (error: unknown) => number | null,
): Promise<Answer> {
  let version: Version | number = seen;
  for (let attempt = 1; ; attempt++) {
    try {
      return await send(version);
    } catch (error) {
      const next = versionFor(error);
      if (next === null || attempt === ATTEMPTS) throw error;
      version = next;
    }
  }
}

/** As a colleague left it, by the refusal of a version that is not the present one. */
export function currentIn(error: unknown): { readonly version: number } | null {
  if (!(error instanceof ApiProblem) || error.problem.code !== "version-stale") return null;
  return (error.problem.current as { readonly version: number } | undefined) ?? null;
}

export const hasNoAnswer = (error: Error): boolean => failureOf(error).kind === "no-answer";
