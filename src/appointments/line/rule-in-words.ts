import type { Text } from "../../text/text.ts";
import { LATE_MINUTES } from "../statuses.ts";

/** By which order all who wait are called (decision 0041), in two sentences: the same on the wall, on paper, on phones, on screens and for clerks. */
export const ruleInWords = (slackMinutes: number, t: Text): string =>
  `${t("line.earliest")} ${
    slackMinutes === 0
      ? t("line.at-once", { late: LATE_MINUTES })
      : t("line.later", { late: LATE_MINUTES, minutes: slackMinutes })
  }`;
