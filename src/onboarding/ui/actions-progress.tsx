import { useText } from "../../kit/text.tsx";
import type { Onboarding } from "../contract.ts";
import { ACTION_NAMES, actionsDone } from "../rules.ts";

/** How many of the actions are done, in words and as a bar. */
export function ActionsProgress({ steps }: Pick<Onboarding, "steps">) {
  const t = useText();
  const done = actionsDone(steps.map(({ step }) => step));
  return (
    <div className="onboarding__progress">
      <p role="status">{t("onboarding.progress", { done, all: ACTION_NAMES.length })}</p>
      <div aria-hidden="true">
        {ACTION_NAMES.map((action, at) => (
          <i key={action} className={at < done ? "is-done" : undefined} />
        ))}
      </div>
    </div>
  );
}
