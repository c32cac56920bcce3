import type { NoWaitPromise } from "../../measures/promises/wait-promise.ts";
import type { PageReader } from "./reader.ts";

/** That nothing is said of how long it takes. */
export const noPromise = ({ why }: NoWaitPromise, { t }: PageReader): string =>
  t(why === "silent" ? "entrance.estimate-paused" : "entrance.estimate-none");

/** And why; never on how many days anybody waited: read each night, it would say who came to an office of few. */
export function whyNoPromise(promise: NoWaitPromise, { t }: PageReader): string {
  if (promise.why !== "few-days") return t(`entrance.estimate-${promise.why}`);
  return t("entrance.estimate-few-days", { needed: promise.needed });
}
