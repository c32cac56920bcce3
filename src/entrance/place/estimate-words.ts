import type { WaitEstimate } from "../../measures/wait-estimate.ts";
import type { PageReader } from "../../public-booking/frame/reader.ts";

/** Why nothing is said of how long it takes. */
export function whyNoEstimate(estimate: Extract<WaitEstimate, { why: string }>, { t }: PageReader): string {
  if (estimate.why !== "few-days") return t(`entrance.estimate-${estimate.why}`);
  return t("entrance.estimate-few-days", { days: estimate.days, needed: estimate.needed });
}
