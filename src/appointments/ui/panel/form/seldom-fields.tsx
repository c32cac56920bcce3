import { useId } from "react";
import { ChoiceError } from "../../../../kit/form/choice-error.tsx";
import type { FieldsForm } from "../../../../kit/form/form.ts";
import { TextInput } from "../../../../kit/form/inputs.tsx";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import { Field } from "../../../../kit/ui/field.tsx";
import type { Office } from "../../../../offices/contract.ts";
import type { Interpreter } from "../../../../text/interpreters.ts";
import { LANGUAGES, OWN_NAMES } from "../../../../text/languages.ts";
import { NEEDS, type Need } from "../../../../text/needs.ts";
import { choiceWords } from "../../../field/choice-words.ts";
import type { MAYBE_CHOICES } from "../../../field/maybe-choices.ts";
import { OTHER_SERVICE, servicesOfVisit } from "../../../field/visit-services.ts";
import { MAX_MATTER } from "../../../rules.ts";
import { interpreterHint } from "../../needs/interpreter-hint.ts";
import { ChoiceRow } from "../frame/choice-row.tsx";
import { visitIn } from "../together/visit-in-form.ts";
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

/** Of another service than those of the catalogue. */
export function MatterField({ form }: { form: FieldsForm }) {
  const t = useText();
  const isOther = servicesOfVisit(visitIn(form.values)).includes(OTHER_SERVICE);
  if (!isOther && !form.values.matter && !form.errors.matter) return null;
  return (
    <TextInput
      form={form}
      field="matter"
      label={t("panel.matter")}
      hint={t("panel.matter-hint")}
      maxLength={MAX_MATTER}
      isOptional
    />
  );
}

interface MaybeChoiceProps {
  readonly form: FieldsForm;
  readonly field: (typeof MAYBE_CHOICES)[number];
  readonly office: Pick<Office, "offersNeeds" | "interpreters">;
}

export function MaybeChoiceField({ form, field: { name, choices = [] }, office }: MaybeChoiceProps) {
  const t = useText();
  const { language } = useLanguage();
  const value = form.values[name] ?? "";
  // Sign language tells of health: what stands there already may stay.
  const offered = choices.filter((each) => each !== "gss" || office.offersNeeds || each === value);
  const warning = name === "interpreter" ? interpreterHint(value as Interpreter | "", office, { t, language }) : null;
  return (
    <Field label={appointmentLabel(name, t) ?? name} isOptional error={form.errors[name]} hint={warning ?? undefined}>
      {(wiring) => (
        <select
          className="input"
          {...wiring}
          name={name}
          value={value}
          onChange={(event) => form.change(name, event.target.value)}
        >
          <option value="">{t("panel.not-needed")}</option>
          {offered.map((each) => (
            <option key={each} value={each}>
              {choiceWords(name, each, { t, language })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface NeedsProps {
  readonly form: FieldsForm;
  readonly office: Pick<Office, "offersNeeds">;
  /** The list stays, whatever is ticked in it */
  onTick(): void;
}

/** What is to be ready for the visit, ticked in a list: nothing is written of why. */
export function NeedsField({ form, office, onTick }: NeedsProps) {
  const t = useText();
  const { language } = useLanguage();
  const hintId = useId();
  const ticked: readonly string[] = JSON.parse(form.values.needs || "[]");
  const tick = (need: Need, isTicked: boolean) => {
    onTick();
    form.change("needs", JSON.stringify(NEEDS.filter((each) => (each === need ? isTicked : ticked.includes(each)))));
  };
  return (
    <fieldset className="together" aria-describedby={hintId}>
      <legend>{t("panel.needs")}</legend>
      {NEEDS.filter((need) => office.offersNeeds || ticked.includes(need)).map((need) => (
        <label key={need} className="check">
          <input
            type="checkbox"
            name="needs"
            checked={ticked.includes(need)}
            onChange={(event) => tick(need, event.target.checked)}
          />
          {choiceWords("needs", need, { t, language })}
        </label>
      ))}
      <p className="hint" id={hintId}>
        {t("panel.needs-hint")}
      </p>
      <ChoiceError id={`${hintId}-error`} error={form.errors.needs} />
    </fieldset>
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
