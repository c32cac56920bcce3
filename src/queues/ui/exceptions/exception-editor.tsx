import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useId } from "react";
import { daysInWords } from "../../../kit/dates.ts";
import { focusFirstFieldIn } from "../../../kit/form/focus.ts";
import type { Submission } from "../../../kit/form/form.ts";
import { FoundNote } from "../../../kit/form/found-note.tsx";
import type { Texts } from "../../../kit/form/typing.ts";
import { useDraftNotice } from "../../../kit/form/use-draft-notice.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import type { Changed } from "../../../proposals/contract.ts";
import { ConfirmChange } from "../../../proposals/ui/confirm-change.tsx";
import { Impact } from "../../../proposals/ui/impact.tsx";
import { useRulesChanged } from "../../../proposals/ui/use-rules-changed.ts";
import type { Exception, Queues } from "../../contract.ts";
import { ExceptionBands } from "./exception-band.tsx";
import { ExceptionFields } from "./exception-fields.tsx";
import { ExceptionOvertaken } from "./exception-overtaken.tsx";
import { isReadDate } from "./exception-texts.ts";
import { isRunning, notPast } from "./exception-words.ts";
import { useException } from "./use-exception.ts";

interface ExceptionEditorProps {
  readonly office: string;
  readonly queues: Queues;
  /** By which what was typed is found again */
  readonly name: string;
  /** null: a new one */
  readonly known: Exception | null;
  readonly begins: Texts;
}

/** The form, and beside it what it would do; both are done by one press. */
export function ExceptionEditor({ office, queues, name, known, begins }: ExceptionEditorProps) {
  const t = useText();
  const { language } = useLanguage();
  const submitId = useId();
  const onDone = useDone(office, known !== null, queues.now.date);
  const exception = useException({ office, name, known, begins, onDone });
  useDraftNotice([name], office);
  const { form, ruling, failed } = exception;
  // The keyboard goes on at the queue, or of a series at whether this one alone is meant.
  useEffect(() => focusFirstFieldIn(form.ref.current), [form.ref]);
  const act = known ? "edit" : "new";
  const { date = "", lastDate = "" } = form.values;
  const days = isReadDate(date) ? daysInWords(date, isReadDate(lastDate) ? lastDate : date, language) : null;
  return (
    <div className="exception">
      <form
        className="exception__form sheet"
        aria-label={t("rules.form")}
        ref={form.ref}
        noValidate
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => goToSubmit(event, submitId)}
      >
        <FoundNote form={form} />
        <ExceptionOvertaken form={form} queues={queues} />
        {known && isRunning(known, queues.now) && <p className="note">{t("rules.running")}</p>}
        <ExceptionFields office={office} exception={exception} queues={queues} known={known} />
        <ExceptionBands exception={exception} today={queues.now.date} />
      </form>
      <div className="exception__impact sheet">
        {failed && (
          <LoadFailed error={failed} title={t("rules.impact-failed")} onRetry={() => ruling.preview.refetch()} />
        )}
        <Impact office={office} ruling={ruling} />
        <ConfirmChange
          ruling={{ ...ruling, failure: exception.failure, send: form.submit }}
          act={t(known ? "rules.together-exception-changed" : "rules.together-exception")}
          submitLabel={(count) => {
            const words = count > 0 ? t(`rules.submit-${act}-move`, { count }) : t(`rules.submit-${act}`);
            return days ? t("rules.submit-on", { act: words, days }) : words;
          }}
          obstacle={exception.obstacle}
          onObstacle={exception.showFault}
          submitId={submitId}
        />
      </div>
    </div>
  );
}

/** It is told of, and the day shows it. */
function useDone(office: string, isKnown: boolean, today: string) {
  const t = useText();
  const navigate = useNavigate();
  const tell = useRulesChanged(office);
  return (changed: Changed, { values: { scope, date = today } }: Submission): void => {
    if (isKnown) tell(changed, t(scope === "one" ? "rules.done-edit" : "rules.done-edit-following"));
    else if (changed.moved > 0) tell(changed, t("rules.done-new-move", { count: changed.moved }));
    else tell(changed, t("rules.done-new"));
    const params = { office, date: notPast(date, today) };
    void navigate({ to: "/offices/$office/days/$date", params, search: {} });
  };
}

/** Enter in a field, or Ctrl+Enter, leads to the button that does it all: nothing is done by a key pressed too often. */
function goToSubmit(event: KeyboardEvent, submitId: string): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  document.getElementById(submitId)?.focus();
}
