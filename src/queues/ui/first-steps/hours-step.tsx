import { useState } from "react";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import type { Queues } from "../../contract.ts";
import { HoursDialog } from "../hours/hours-dialog.tsx";
import { FirstStep, type StepState } from "./first-step.tsx";
import { hoursSentence } from "./hours-sentence.ts";
import { usualQueue, usualWeek } from "./proposed-queues.ts";

interface OfPage {
  readonly office: string;
  readonly page: Queues;
  readonly canRule: boolean;
}

/** When the office serves: the default queue's hours, which the others begin with. */
export function HoursStep({ office, page, canRule, ...step }: StepState & OfPage) {
  const t = useText();
  const { language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const queue = usualQueue(page);
  const hours = hoursSentence(usualWeek(page), language, t("onboarding.to-day"));
  return (
    <FirstStep
      {...step}
      title={t("onboarding.step-hours")}
      text={hours || t("onboarding.step-hours-none")}
      acts={
        canRule &&
        queue && (
          <Button look={step.isNext ? "primary" : "plain"} onClick={() => setOpen(true)}>
            {t(step.isDone ? "onboarding.step-hours-change" : "onboarding.step-hours-set")}
          </Button>
        )
      }
    >
      {isOpen && queue && <HoursDialog office={office} page={page} queue={queue} onClose={() => setOpen(false)} />}
    </FirstStep>
  );
}
