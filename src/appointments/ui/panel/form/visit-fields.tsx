import { useLanguage, useText } from "../../../../kit/text.tsx";
import { Field } from "../../../../kit/ui/field.tsx";
import type { Office } from "../../../../offices/contract.ts";
import { serviceName } from "../words/field-words.ts";
import type { DraftForm } from "./use-draft-form.ts";

/** What the visit is for, and what the counter should know. */
export function VisitFields({ form, office }: { form: DraftForm; office: Office }) {
  const t = useText();
  const { language } = useLanguage();
  const { draft } = form;
  const { services } = office;
  const isOffered = services.some(({ code }) => code === draft.service);
  return (
    <>
      <Field label={t("panel.service")} error={form.errorOf("service")}>
        {(wiring) => (
          <select
            className="input"
            {...wiring}
            name="service"
            value={draft.service}
            onChange={(event) => form.change("service", event.target.value)}
          >
            {!isOffered && (
              <option value={draft.service}>
                {t("panel.service-not-offered", { name: serviceName(office, draft.service, language) })}
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
      <Field label={t("panel.notes")} isOptional hint={t("panel.notes-hint")} error={form.errorOf("notes")}>
        {(wiring) => (
          <textarea
            className="input"
            rows={1}
            {...wiring}
            name="notes"
            value={draft.notes}
            onChange={(event) => form.change("notes", event.target.value)}
            onBlur={() => form.leave("notes")}
          />
        )}
      </Field>
    </>
  );
}
