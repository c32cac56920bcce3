import { Link } from "@tanstack/react-router";
import { likelyToday } from "../../kit/dates.ts";
import { useText } from "../../kit/text.tsx";
import { buttonClass } from "../../kit/ui/button.tsx";
import { classes } from "../../kit/ui/classes.ts";
import { Icon } from "../../kit/ui/icon.tsx";
import type { Onboarding } from "../contract.ts";
import { ACTION_NAMES, type OnboardingAction } from "../rules.ts";
import { actionWords } from "./action-words.ts";
import { StepMark } from "./step-mark.tsx";

interface ActionListProps {
  readonly office: string;
  readonly steps: Onboarding["steps"];
}

/** The four actions, each with when and by whom it was done, or the way to do it. */
export function ActionList({ office, steps }: ActionListProps) {
  const t = useText();
  const words = ACTION_NAMES.map((action) => ({ action, ...actionWords(action, steps, t) }));
  const next = words.find(({ isDone }) => !isDone)?.action;
  return (
    <ol className="sheet onboarding__actions" aria-label={t("onboarding.actions")}>
      {words.map(({ action, isDone, state, halves }, at) => (
        <li key={action} className={classes(isDone && "is-done", action === next && "is-next")}>
          <span className="onboarding__number">
            {isDone ? <Icon name="check" /> : at + 1}
            {isDone && <span className="visually-hidden">{t("onboarding.is-done", { number: at + 1 })}</span>}
          </span>
          <div>
            <h2>{t(`onboarding.action-${action}`)}</h2>
            <p>{isDone ? state : t(`onboarding.todo-${action}`)}</p>
            {halves.length > 0 && (
              <ul className="onboarding__halves">
                {halves.map((half) => (
                  <li key={half.words}>
                    <StepMark isDone={half.isDone} />
                    {half.words}
                  </li>
                ))}
              </ul>
            )}
          </div>
          {!isDone && <WayTo action={action} office={office} isNext={action === next} />}
        </li>
      ))}
    </ol>
  );
}

interface WayToProps {
  readonly action: OnboardingAction;
  readonly office: string;
  readonly isNext: boolean;
}

function WayTo({ action, office, isNext }: WayToProps) {
  const t = useText();
  const className = buttonClass(isNext ? "primary" : "plain");
  if (action === "sign-in") return null;
  if (action === "queue")
    return (
      <Link className={className} to="/offices/$office/queues" params={{ office }}>
        {t("onboarding.to-queue")}
      </Link>
    );
  return (
    <Link
      className={className}
      to="/offices/$office/days/$date"
      params={{ office, date: likelyToday() }}
      search={action === "appointment" ? { panel: "new" } : {}}
    >
      {t(`onboarding.to-${action}`)}
    </Link>
  );
}
