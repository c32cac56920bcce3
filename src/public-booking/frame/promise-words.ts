import type { NoWaitPromise } from "../../measures/promises/wait-promise.ts";
import type { PageReader } from "./reader.ts";

/** That nothing is said of how long it takes. */
export const noPromise = ({ why }: NoWaitPromise, { t }: PageReader): string =>
  t(why === "silent" ? "entrance.estimate-paused" : "entrance.estimate-none");

/** And why. */
export function whyNoPromise(promise: NoWaitPromise, { t }: PageReader): string {
  if (promise.why !== "few-days") return t(`entrance.estimate-${promise.why}`);
  return t("entrance.estimate-few-days", { days: promise.days, needed: promise.needed });
}
