import type { ReactNode } from "react";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { consequences } from "./consequences.ts";
import type { RuleChangeState } from "./use-rule-change.ts";

interface ConfirmRulingProps {
  readonly ruling: Pick<RuleChangeState, "counts" | "failure" | "isPending" | "send">;
  /** What happens besides: «προστίθεται η εξαίρεση» */
  readonly act: string;
  readonly submitLabel: (moved: number) => string;
  /** Why it can't be submitted yet; null: it can */
  readonly obstacle: string | null;
  readonly submitId?: string;
  readonly children?: ReactNode;
}

/** All that will happen in one sentence, and the one button that does it. */
export function ConfirmChange({ ruling, act, submitLabel, obstacle, submitId, children }: ConfirmRulingProps) {
  const t = useText();
  const { counts, failure, isPending } = ruling;
  const status = isPending ? t("rules.carrying") : obstacle;
  return (
    <div className="confirm">
      <div>
        {counts && counts.concerned > 0 && (
          <p>
            <b>{t("rules.together")}</b> {consequences(act, counts, t)}.
          </p>
        )}
        {counts && counts.moved > 0 && <p className="hint">{t("rules.atomic")}</p>}
        {failure && (
          <p className="err" role="alert">
            {failure}
          </p>
        )}
        <p className="hint" role="status">
          {status}
        </p>
      </div>
      <div className="group">
        {children}
        <Button
          id={submitId}
          look="go"
          aria-disabled={status !== null}
          onClick={() => status === null && ruling.send()}
        >
          {submitLabel(counts?.moved ?? 0)}
        </Button>
      </div>
    </div>
  );
}
