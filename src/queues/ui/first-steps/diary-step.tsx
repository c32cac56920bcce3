import { Link } from "@tanstack/react-router";
import { useText } from "../../../kit/text.tsx";
import { Button, buttonClass } from "../../../kit/ui/button.tsx";
import { FirstStep, type StepState } from "./first-step.tsx";

interface DiaryStepProps extends StepState {
  readonly office: string;
  /** There is none to bring in */
  readonly onWithout: () => void;
}

/** What stands in the paper diary comes in with one paste, or there is none. */
export function DiaryStep({ office, onWithout, ...step }: DiaryStepProps) {
  const t = useText();
  return (
    <FirstStep
      {...step}
      title={t("diary.link")}
      text={t("onboarding.step-diary-text")}
      acts={
        <>
          <Link
            className={buttonClass(step.isNext ? "primary" : "plain")}
            to="/offices/$office/diary"
            params={{ office }}
          >
            {t("onboarding.step-diary-bring")}
          </Link>
          {!step.isDone && (
            <Button look="ghost" onClick={onWithout}>
              {t("onboarding.step-diary-none")}
            </Button>
          )}
        </>
      }
    />
  );
}
