import type { FieldsForm } from "../../../../kit/form/form.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import { Field } from "../../../../kit/ui/field.tsx";
import type { Office } from "../../../../offices/contract.ts";
import { choiceWords } from "../../../field/choice-words.ts";
import { MAYBE_CHOICES } from "../../../field/maybe-choices.ts";
import { appointmentLabel, serviceName } from "../words/field-words.ts";

interface VisitFieldsProps {
  readonly form: FieldsForm;
  readonly office: Office;
  /** The one on which the form stands */
  readonly service: string;
}

/** What the visit is for, and what the counter should know. */
export function VisitFields({ form, office, service }: VisitFieldsProps) {
  const t = useText();
  const { language } = useLanguage();
  const { services } = office;
  const isOffered = services.some(({ code }) => code === service);
  return (
    <>
      <Field
        label={t("panel.service")}
        error={form.errors.service}
        hint={service !== "" && service === office.usualService ? t("panel.usual-service") : undefined}
      >
        {(wiring) => (
          <select
            className="input"
            {...wiring}
            name="service"
            value={service}
            onChange={(event) => form.change("service", event.target.value)}
          >
            {!isOffered && (
              <option value={service}>
                {service === ""
                  ? t("panel.choose-service")
                  : t("panel.service-not-offered", { name: serviceName(office, service, language) })}
              </option>
            )}
            {services.map(({ code, name, nameEn, minutes }) => (
              <option key={code} value={code}>
                {t("panel.service-minutes", { name: language === "en" ? nameEn : name, minutes })}
              </option>
            ))}
          </select>
        )}
      </Field>
      {MAYBE_CHOICES.map(({ name, choices = [] }) => (
        <Field key={name} label={appointmentLabel(name, t) ?? name} isOptional error={form.errors[name]}>
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
      ))}
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
    </>
  );
}
