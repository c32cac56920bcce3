import type { Text } from "../../text/text.ts";
import type { Counts } from "./decisions.ts";

/** The act and what follows from it, one after the other. */
export function consequences(
  act: string,
  { moved, kept, emails, calls, withoutPhone }: Pick<Counts, "moved" | "kept" | "emails" | "calls" | "withoutPhone">,
  t: Text,
): string {
  const parts = [
    act,
    moved > 0 && t("rules.together-moved", { count: moved }),
    kept > 0 && t("rules.together-kept", { count: kept }),
    emails > 0 && t("rules.together-emails", { count: emails }),
    calls > 0 && t("rules.together-calls", { count: calls }),
    withoutPhone > 0 && t("rules.together-no-phone", { count: withoutPhone }),
  ];
  return parts.filter(Boolean).join(", ");
}
