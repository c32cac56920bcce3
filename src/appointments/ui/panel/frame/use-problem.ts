import { useText } from "../../../../kit/text.tsx";
import type { SaveFailure } from "./save-failure.ts";

/** Why nothing was saved. Lost places speak where they are, and so do faulty fields. */
export function useProblem(failure: SaveFailure | null, errorCount: number): string | null {
  const t = useText();
  if (errorCount > 0) return t("shell.faultyFields", { count: errorCount });
  switch (failure?.kind) {
    case "no-answer":
      return t("shell.noAnswerForm");
    case "signed-out":
      return t("shell.sessionOver");
    case "refused":
      return failure.problem.title;
    case "stale":
      return failure.sentence;
    default:
      return null;
  }
}
