import { type ReactNode, useId } from "react";
import { FormProblem } from "../../kit/form/form-problem.tsx";
import { FoundNote } from "../../kit/form/found-note.tsx";
import { OvertakenNotice } from "../../kit/form/overtaken-notice.tsx";
import { useLanguage, useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { labelOf, textWords } from "./field-words.ts";
import { SectionFrame } from "./section-frame.tsx";
import type { Section } from "./use-section.ts";

interface SectionFormProps {
  readonly section: Section;
  readonly hint?: string | undefined;
  readonly children: ReactNode;
}

/** A section of the page with its fields and its own saving; for a clerk who may not change it, the fields are mere words. */
export function SectionForm({ section, hint, children }: SectionFormProps) {
  const t = useText();
  const { name, form, canEdit } = section;
  return (
    <SectionFrame title={t(`office.${name}`)} hint={hint} id={`settings-${name}`}>
      {canEdit ? (
        <form
          ref={form.ref}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            section.save();
          }}
        >
          <FoundNote form={form} />
          {children}
          <Foot section={section} />
        </form>
      ) : (
        children
      )}
    </SectionFrame>
  );
}

/** The reasons why it can't be saved, and the button that says what it saves. */
function Foot({ section }: { section: Section }) {
  const t = useText();
  const saveId = useId();
  const { name, form } = section;
  const { errors, problem, isSaving, hasChanged, overtaken } = form;
  const discard = () => {
    form.discard();
    // The button that was pressed goes away.
    document.getElementById(saveId)?.focus();
  };
  return (
    <div className="settings__foot" data-unsaved={hasChanged || undefined}>
      <Overtaken section={section} />
      <FormProblem sentence={errors.services ?? problem} />
      <div className="group">
        <Button type="submit" look="primary" id={saveId} aria-disabled={isSaving}>
          {isSaving ? t("shell.saving") : t(overtaken.length > 0 ? "office.save-mine" : `office.save-${name}`)}
        </Button>
        {hasChanged && (
          <Button onClick={discard} aria-label={t("office.discard-label", { section: t(`office.${name}`) })}>
            {t("office.discard")}
          </Button>
        )}
        <p className="hint" role="status">
          {hasChanged && t("office.unsaved", { count: Object.keys(form.texts).length })}
        </p>
      </div>
    </div>
  );
}

function Overtaken({ section: { form, settings } }: { section: Section }) {
  const t = useText();
  const { language } = useLanguage();
  const { changedBy: by, catalogue } = settings;
  return (
    <OvertakenNotice
      form={form}
      title={by ? t("office.stale-by", { by }) : undefined}
      labelOf={(field) => labelOf(field, catalogue, t, language)}
      wordsOf={(field, text) => textWords(field, text, t)}
    />
  );
}
