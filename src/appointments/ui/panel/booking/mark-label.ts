import { inCapitals } from "../../../../platform/text/capitals.ts";
import type { Text } from "../../../../text/text.ts";
import type { AppointmentDraft } from "../form/draft.ts";
import { visitIn } from "../together/visit-in-form.ts";

/** How the appointment being written is called on the plan. */
export function markLabel(draft: AppointmentDraft, t: Text): string {
  const business = draft.party === "business" ? draft["business.name"].trim() : "";
  const name = business || `${inCapitals(draft.lastName.trim())} ${draft.firstName.trim()}`.trim();
  const count = visitIn({ ...draft }).companions.length;
  return count === 0 ? name : `${name} ${t("plan.and-more", { count })}`;
}
