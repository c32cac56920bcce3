import { type ReactNode, useEffect, useRef } from "react";
import { sentenceOf } from "../../kit/failure.ts";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Dialog } from "../../kit/ui/dialog.tsx";
import type { Changed } from "../contract.ts";
import { ConfirmChange } from "./confirm-change.tsx";
import { type Closes, ExistingChoice } from "./existing-choice.tsx";
import { Impact, type RuleComparison } from "./impact.tsx";
import type { RuleRequest } from "./rule-request.ts";
import { type RuleChangeAnswers, type RuleChangeState, useRuleChange } from "./use-rule-change.ts";

interface RuleChangeDialogProps extends RuleRequest, RuleChangeAnswers {
  readonly title: string;
  readonly closes: Closes;
  readonly onDone: (changed: Changed) => void;
  /** The button's words when so many appointments move; 0: none does */
  readonly submitLabel: (count: number) => string;
  /** What is now, and what it becomes */
  readonly comparison?: RuleComparison;
  readonly onBack: () => void;
}

/** A change of rules: carried out at once when it concerns nobody, or else decided upon first. */
export function RuleChangeDialog(props: RuleChangeDialogProps) {
  const { title, closes, submitLabel, onBack, onDone, onOvertaken, keyOf, preset, comparison, ...asked } = props;
  const t = useText();
  const ruling = useRuleChange(asked, true, { onDone, onOvertaken, keyOf, preset });
  const concerned = ruling.proposal?.appointments.length;
  const isFree = concerned === 0 || (concerned === undefined && asked.proposalPath === null);
  useOnce(isFree, ruling.send);
  const back = (
    // The safe answer has the focus while there is nothing else to be read.
    <Button onClick={onBack} autoFocus={!concerned} data-autofocus={!concerned || undefined}>
      {t("rules.back")}
    </Button>
  );
  return (
    <Dialog title={title} onClose={onBack}>
      {concerned ? (
        <div className="form-dialog">
          <div className="form-dialog__body" ref={focusHeading}>
            <ExistingChoice closes={closes} mode={ruling.mode} onChange={ruling.setMode} />
            <Impact office={asked.office} ruling={ruling} comparison={comparison} />
          </div>
          <div className="form-dialog__foot">
            <ConfirmChange ruling={ruling} act={t("rules.together-change")} submitLabel={submitLabel} obstacle={null}>
              {back}
            </ConfirmChange>
          </div>
        </div>
      ) : (
        <UnderWay ruling={ruling}>{back}</UnderWay>
      )}
    </Dialog>
  );
}

/** Whom it concerns is read before anything is answered. */
const focusHeading = (body: HTMLElement | null): void => body?.querySelector<HTMLElement>("h2")?.focus();

/** While it is found out whom it concerns, and while it is done when it concerns nobody. */
function UnderWay({ ruling, children }: { ruling: RuleChangeState; children: ReactNode }) {
  const t = useText();
  const { preview, failure, isPending, send } = ruling;
  const trouble = failure ?? (preview.error && sentenceOf(preview.error, t, t("rules.no-preview")));
  const retry = failure ? send : () => void preview.refetch();
  return (
    <>
      {trouble ? (
        <p className="field-error" role="alert">
          {trouble}
        </p>
      ) : (
        <p role="status">{t(isPending ? "rules.carrying" : "rules.checking")}</p>
      )}
      <div className="group">
        {children}
        {trouble && (
          <Button look="primary" onClick={retry}>
            {t("shell.retry")}
          </Button>
        )}
      </div>
    </>
  );
}

/** Nobody is asked when there is nothing to decide. */
function useOnce(isDue: boolean, act: () => void): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (!isDue || isDone.current) return;
    isDone.current = true;
    act();
  });
}
