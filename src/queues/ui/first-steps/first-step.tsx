import type { ReactNode } from "react";
import { useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import { Icon } from "../../../kit/ui/icon.tsx";

export interface StepState {
  readonly number: number;
  readonly isDone: boolean;
  readonly isNext: boolean;
}

interface StepProps extends StepState {
  readonly title: string;
  readonly text: string;
  readonly acts: ReactNode;
  readonly children?: ReactNode;
}

/** One of the first steps: done, the next one, or to come. */
export function FirstStep({ number, isDone, isNext, title, text, acts, children }: StepProps) {
  const t = useText();
  return (
    <li className={classes(isDone && "is-done", isNext && "is-next")}>
      <span className="onboarding__number">
        {isDone ? <Icon name="check" /> : number}
        {isDone && <span className="visually-hidden">{t("onboarding.step-done", { number })}</span>}
      </span>
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
        {children}
      </div>
      <div className="first-steps__acts">{acts}</div>
    </li>
  );
}
