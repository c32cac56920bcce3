import { type ReactNode, useId } from "react";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import { SettingsOvertaken } from "./overtaken-notice.tsx";
import { SectionFrame } from "./section-frame.tsx";
import type { Section } from "./use-section.ts";

interface SectionFormProps {
  readonly section: Section;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** A section of the page with its fields and its own saving; for who may not change it, the fields are mere words. */
export function SectionForm({ section, hint, children }: SectionFormProps) {
  const t = useText();
  const { name, form } = section;
  return (
    <SectionFrame title={t(`office.${name}`)} hint={hint} id={`settings-${name}`}>
      {form.canEdit ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            section.save();
          }}
        >
          {children}
          <Foot section={section} />
        </form>
      ) : (
        children
      )}
    </SectionFrame>
  );
}

/** What stands in the way of saving, and the button that says what it saves. */
function Foot({ section }: { section: Section }) {
  const t = useText();
  const saveId = useId();
  const { name, edits, overtaken, errors, failure, isSaving } = section;
  const count = Object.keys(errors).length;
  const problem = errors.services ?? (count > 0 ? t("shell.faultyFields", { count }) : failure);
  const discard = () => {
    section.discard();
    // The button that was pressed goes away.
    document.getElementById(saveId)?.focus();
  };
  return (
    <div className="settings__foot" data-unsaved={edits.length > 0 || undefined}>
      {overtaken.length > 0 && <SettingsOvertaken section={section} />}
      <div role="alert">
        {problem && (
          <p className="field-error">
            <Icon name="warning" />
            {problem}
          </p>
        )}
      </div>
      <div className="group">
        <Button type="submit" look="primary" id={saveId} aria-disabled={isSaving}>
          {isSaving ? t("shell.saving") : t(overtaken.length > 0 ? "office.save-mine" : `office.save-${name}`)}
        </Button>
        {edits.length > 0 && (
          <Button onClick={discard} aria-label={t("office.discard-label", { section: t(`office.${name}`) })}>
            {t("office.discard")}
          </Button>
        )}
        <p className="hint" role="status">
          {edits.length > 0 && t("office.unsaved", { count: edits.length })}
        </p>
      </div>
    </div>
  );
}
