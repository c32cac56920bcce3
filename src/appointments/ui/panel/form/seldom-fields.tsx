import type { FieldsForm } from "../../../../kit/form/form.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import { Field } from "../../../../kit/ui/field.tsx";
import type { Office } from "../../../../offices/contract.ts";
import { LANGUAGES, OWN_NAMES } from "../../../../text/languages.ts";
import { choiceWords } from "../../../field/choice-words.ts";
import type { MAYBE_CHOICES } from "../../../field/maybe-choices.ts";
import { ChoiceRow } from "../frame/choice-row.tsx";
import { appointmentLabel } from "../words/field-words.ts";
import { draftOf } from "./draft.ts";

/** What is said of few visits. */

export function NotesField({ form }: { form: FieldsForm }) {
  const t = useText();
  return (
    <Field label={t("panel.notes")} isOptional hint={t("panel.notes-hint")} error={form.errors.notes}>
      {(wiring) => (
        <textarea
          className="input"
          rows={1}
          {...wiring}
          name="notes"
          value={form.values.notes ?? ""}
          onChange={(event) => form.change("notes", event.target.value)}
          onBlur={() => form.leave("notes")}
        />
      )}
    </Field>
  );
}

interface MaybeChoiceProps {
  readonly form: FieldsForm;
  readonly field: (typeof MAYBE_CHOICES)[number];
}

export function MaybeChoiceField({ form, field: { name, choices = [] } }: MaybeChoiceProps) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <Field label={appointmentLabel(name, t) ?? name} isOptional error={form.errors[name]}>
      {(wiring) => (
        <select
          className="input"
          {...wiring}
          name={name}
          value={form.values[name] ?? ""}
          onChange={(event) => form.change(name, event.target.value)}
        >
          <option value="">{t("panel.not-needed")}</option>
          {choices.map((each) => (
            <option key={each} value={each}>
              {choiceWords(name, each, { t, language })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** In which language its messages go out. */
export function LanguageField({ form, office }: { form: FieldsForm; office: Pick<Office, "languages"> }) {
  const t = useText();
  const { language } = draftOf(form.values);
  // One that the ministry has switched off since stays with the appointment that has it.
  const languages = LANGUAGES.filter((each) => each === language || office.languages.includes(each));
  return (
    <ChoiceRow
      legend={t("panel.message-language")}
      name="language"
      options={languages.map((value) => ({ value, label: OWN_NAMES[value] }))}
      value={language}
      onChange={(value) => form.change("language", value)}
    />
  );
}
