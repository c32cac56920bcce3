import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, type MouseEvent, useId } from "react";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import type { Changed } from "../../../proposals/contract.ts";
import { ConfirmChange } from "../../../proposals/ui/confirm-change.tsx";
import { Impact } from "../../../proposals/ui/impact.tsx";
import { useRulesChanged } from "../../../proposals/ui/use-rules-changed.ts";
import type { Exception, Queues } from "../../contract.ts";
import { ExceptionBands } from "./exception-band.tsx";
import { ExceptionFields } from "./exception-fields.tsx";
import { exceptionTime, followingOf, isRunning, notPast } from "./exception-words.ts";
import { type ExceptionForm, exceptionForm } from "./form.ts";
import { SeriesFields } from "./series-fields.tsx";
import { useException } from "./use-exception.ts";

interface ExceptionEditorProps {
  readonly office: string;
  readonly queues: Queues;
  /** null: a new one */
  readonly exception: Exception | null;
  readonly initial: ExceptionForm;
}

/** The form, and beside it what it would do; both are done by one press. */
export function ExceptionEditor({ office, queues, exception: known, initial }: ExceptionEditorProps) {
  const t = useText();
  const submitId = useId();
  const navigate = useNavigate();
  const ruled = useRulesChanged(office);
  const done = (changed: Changed) => {
    ruled(
      changed,
      known ? t(exception.form.scope === "one" ? "rules.done-edit" : "rules.done-edit-following") : doneWords(changed),
    );
    void navigate({
      to: "/offices/$office/days/$date",
      params: { office, date: notPast(exception.form.date, queues.now.date) },
      search: {},
    });
  };
  const doneWords = ({ moved }: Changed) =>
    moved > 0 ? t("rules.done-new-move", { count: moved }) : t("rules.done-new");
  const exception = useException(office, known?.id ?? null, initial, done);
  const { ruling, obstacle, errors } = exception;
  const act = known ? "edit" : "new";
  const failed = ruling.preview.error && Object.keys(errors).length === 0 ? ruling.preview.error : null;
  return (
    <div className="exception">
      <form
        className="exception__form sheet"
        aria-label={t("rules.form")}
        ref={focusFirst}
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => goToSubmit(event, submitId)}
      >
        {known && known.version !== exception.form.version && (
          <ChangedMeanwhile known={known} onShow={() => exception.change(exceptionForm(known))} />
        )}
        {exception.isFound && <Found onRestart={exception.restart} />}
        {known && isRunning(known, queues.now) && <p className="note">{t("rules.running")}</p>}
        {known?.series && <SeriesFields exception={exception} count={followingOf(known, queues.exceptions)} />}
        <ExceptionFields exception={exception} queues={queues} known={known} />
        <ExceptionBands exception={exception} today={queues.now.date} />
      </form>
      <div className="exception__impact sheet">
        {failed && (
          <LoadFailed error={failed} title={t("rules.impact-failed")} onRetry={() => ruling.preview.refetch()} />
        )}
        <Impact office={office} ruling={ruling} />
        <ConfirmChange
          ruling={ruling}
          act={t(known ? "rules.together-exception-changed" : "rules.together-exception")}
          submitLabel={(count) => (count > 0 ? t(`rules.submit-${act}-move`, { count }) : t(`rules.submit-${act}`))}
          obstacle={obstacle}
          submitId={submitId}
        />
      </div>
    </div>
  );
}

/** Whoever comes by keyboard goes on there: at the queue, or of a series at whether this one alone is meant. */
const focusFirst = (form: HTMLFormElement | null): void =>
  form?.querySelector<HTMLElement>("select, input:checked")?.focus();

/** What she left unsaved is here again, with the way to begin anew. */
function Found({ onRestart }: { onRestart: () => void }) {
  const t = useText();
  const restart = ({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>) => {
    onRestart();
    focusFirst(form);
  };
  return (
    <div className="note exception__found">
      <p>{t("rules.found-typed")}</p>
      <Button size="small" onClick={restart}>
        {t("rules.restart")}
      </Button>
    </div>
  );
}

/** Somebody else has changed it: what she typed stays until she says otherwise. */
function ChangedMeanwhile({ known, onShow }: { known: Exception; onShow: () => void }) {
  const t = useText();
  const { language } = useLanguage();
  const show = ({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>) => {
    onShow();
    focusFirst(form);
  };
  return (
    <div className="note note--warn exception__found" role="status">
      <p>{t("rules.changed-meanwhile", { when: exceptionTime(known, language, t), reason: known.reason })}</p>
      <Button size="small" onClick={show}>
        {t("rules.show-theirs")}
      </Button>
    </div>
  );
}

/** Enter in a field leads to the button that does it all, so that nothing is done by a key pressed too often. */
function goToSubmit(event: KeyboardEvent, submitId: string): void {
  if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  document.getElementById(submitId)?.focus();
}
