import { inCapitals } from "../../../../platform/text/capitals.ts";
import type { AppointmentDraft } from "../form/draft.ts";

/** How the appointment being written is called on the plan. */
export function markLabel(draft: AppointmentDraft): string {
  const business = draft.party === "business" ? draft["business.name"].trim() : "";
  return business || `${inCapitals(draft.lastName.trim())} ${draft.firstName.trim()}`.trim();
}
