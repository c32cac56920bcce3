import type { ServiceGroup } from "../../../catalogue/service-groups.ts";
import type { Text } from "../../../text/text.ts";

/** As the entrance calls it; null: nobody has said under what the service stands there. */
export function groupInWords(group: ServiceGroup | null, t: Text): string {
  if (group === null) return t("ministry.service-group-none");
  return group === "other" ? t("ministry.service-group-other") : t(`waiting.group-${group}`);
}
