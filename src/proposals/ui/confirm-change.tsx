import type { ReactNode } from "react";
import { ArmedButton, useArming } from "../../kit/form/armed-button.tsx";
import { FormProblem } from "../../kit/form/form-problem.tsx";
import { useText } from "../../kit/text.tsx";
import { consequences } from "./consequences.ts";
import type { RuleChangeState } from "./use-rule-change.ts";

interface ConfirmChangeProps {
  readonly ruling: Pick<RuleChangeState, "counts" | "failure" | "isPending" | "send">;
  /** The change itself, in words: «προστίθεται η εξαίρεση» */
  readonly act: string;
  readonly submitLabel: (moved: number) => string;
  /** Why it can't be submitted yet; null: it can */
  readonly obstacle: string | null;
  /** Brings what stands in the way into sight */
  readonly onObstacle?: () => void;
  readonly submitId?: string;
  readonly children?: ReactNode;
}

/** All that will happen in one sentence, and the one button that does it, once that was to be seen. */
export function ConfirmChange({ ruling, act, submitLabel, obstacle, ...of }: ConfirmChangeProps) {
  const t = useText();
  const { counts, failure, isPending } = ruling;
  const consequence = counts && counts.concerned > 0 ? consequences(act, counts, t) : null;
  const arming = useArming(consequence);
  return (
    <div className="confirm">
      <div>
        {consequence && (
          <p ref={arming.ref}>
            <b>{t("rules.together")}</b> {consequence}.
          </p>
        )}
        {counts && counts.moved > 0 && <p className="hint">{t("rules.atomic")}</p>}
        <FormProblem sentence={failure} />
      </div>
      <div className="group">
        {of.children}
        <ArmedButton
          id={of.submitId}
          arming={consequence ? arming : null}
          obstacle={isPending ? t("rules.carrying") : obstacle}
          onObstacle={of.onObstacle}
          onPress={ruling.send}
        >
          {submitLabel(counts?.moved ?? 0)}
        </ArmedButton>
      </div>
    </div>
  );
}
