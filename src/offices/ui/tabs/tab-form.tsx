import { type ReactNode, useEffect, useEffectEvent, useId } from "react";
import { focusFaultIn, focusNoticeIn } from "../../../kit/form/focus.ts";
import { FormProblem } from "../../../kit/form/form-problem.tsx";
import { FoundNote } from "../../../kit/form/found-note.tsx";
import { OvertakenNotice } from "../../../kit/form/overtaken-notice.tsx";
import { useHideDraftNotice } from "../../../kit/form/use-draft-notice.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { labelOf, textWords } from "../field-words.ts";
import { isRefused } from "./tab-state.ts";
import { type Tab, tabForm } from "./use-tab.ts";

/** What a tab holds, and its one saving; for a clerk who may not change it, the fields are mere words. */
export function TabForm({ tab, children }: { tab: Tab; children: ReactNode }) {
  const { name, form, canEdit } = tab;
  useFaultFirst(tab);
  // What was said of it elsewhere is here to be seen.
  useHideDraftNotice(useToasts(), tabForm(name));
  if (!canEdit)
    return (
      <div className="sheet settings__tab" data-tab={name}>
        {children}
      </div>
    );
  return (
    <form
      ref={form.ref}
      className="sheet settings__tab"
      data-tab={name}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        tab.save();
      }}
    >
      <FoundNote form={form} />
      {children}
      <Foot tab={tab} />
    </form>
  );
}

/** Whoever comes back to a tab that could not be saved is led to the reason. */
function useFaultFirst({ form }: Tab): void {
  const lead = useEffectEvent(() => {
    if (Object.keys(form.errors).length > 0) focusFaultIn(form.ref.current);
    else if (isRefused(form)) focusNoticeIn(form.ref.current);
  });
  useEffect(() => lead(), []);
}

/** The reasons why it can't be saved, and the button that says what it saves. */
function Foot({ tab }: { tab: Tab }) {
  const t = useText();
  const saveId = useId();
  const { form } = tab;
  const { errors, problem, isSaving, hasChanged, overtaken } = form;
  const words = { tab: t(`office.tab-${tab.name}`) };
  const save = overtaken.length > 0 ? t("office.save-mine") : t("office.save", words);
  const discard = () => {
    form.discard();
    // The button that was pressed goes away.
    document.getElementById(saveId)?.focus();
  };
  return (
    <div className="settings__foot" data-unsaved={hasChanged || undefined}>
      <Overtaken tab={tab} />
      <FormProblem sentence={errors.services ?? problem} />
      <div className="group">
        <p className="hint" role="status">
          {hasChanged && t("office.unsaved", { count: Object.keys(form.texts).length })}
        </p>
        {hasChanged && (
          <Button onClick={discard} aria-label={t("office.discard-label", words)}>
            {t("office.discard")}
          </Button>
        )}
        <Button type="submit" look="primary" id={saveId} aria-disabled={isSaving}>
          {isSaving ? t("shell.saving") : save}
        </Button>
      </div>
    </div>
  );
}

function Overtaken({ tab: { form, settings } }: { tab: Tab }) {
  const t = useText();
  const { language } = useLanguage();
  const { changedBy: by, catalogue } = settings;
  return (
    <OvertakenNotice
      form={form}
      title={by ? t("office.stale-by", { by }) : undefined}
      labelOf={(field) => labelOf(field, catalogue, t, language)}
      wordsOf={(field, text) => textWords(field, text, t, language)}
    />
  );
}
