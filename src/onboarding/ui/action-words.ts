import { dayOfMonth, numericDate, timeOf } from "../../kit/dates.ts";
import type { Text } from "../../text/text.ts";
import type { Onboarding, OnboardingStep } from "../contract.ts";
import { ACTIONS, isActionDone, type OnboardingAction } from "../rules.ts";

type Done = Onboarding["steps"][number];

export interface ActionWords {
  readonly isDone: boolean;
  /** When and by whom it was done, or that it is pending */
  readonly state: string;
  /** Of an action of two halves that is not done */
  readonly halves: readonly { readonly isDone: boolean; readonly words: string }[];
}

/** An action in words. Pure. */
export function actionWords(action: OnboardingAction, steps: readonly Done[], t: Text): ActionWords {
  const isDone = isActionDone(
    action,
    steps.map(({ step }) => step),
  );
  const halves: readonly OnboardingStep[] = ACTIONS[action];
  const last = steps.findLast(({ step }) => halves.includes(step));
  return {
    isDone,
    state: isDone && last ? doneWords(last, t) : t("onboarding.pending"),
    halves: isDone || halves.length === 1 ? [] : halves.map((half) => halfWords(half, steps, t)),
  };
}

function doneWords({ at, by }: Done, t: Text): string {
  const moment = { date: numericDate(at.slice(0, 10)), time: timeOf(at) };
  return by ? t("onboarding.done", { ...moment, by }) : t("onboarding.done-by-nobody", moment);
}

function halfWords(step: OnboardingStep, steps: readonly Done[], t: Text) {
  const done = steps.find((each) => each.step === step);
  const half = step === "signed-in" || step === "day-printed" ? "" : t(`onboarding.half-${step}`);
  if (!done) return { isDone: false, words: t("onboarding.half-pending", { half }) };
  const when = `${dayOfMonth(done.at.slice(0, 10))}, ${timeOf(done.at)}`;
  return { isDone: true, words: t("onboarding.half-done", { half, when }) };
}
