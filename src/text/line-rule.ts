import type { Text } from "./text.ts";

/** By which order numbers are called, in one sentence: the same on the wall, on paper, on phones and on screens. */
export const ruleInWords = (slackMinutes: number, t: Text): string =>
  slackMinutes === 0 ? t("entrance.rule-at-once") : t("entrance.rule", { minutes: slackMinutes });
