import { useLanguage, useText } from "../../kit/text.tsx";
import { Field } from "../../kit/ui/field.tsx";
import type { Office } from "../../offices/contract.ts";

interface ServiceSelectProps {
  readonly label: string;
  readonly error?: string | undefined;
  readonly office: Office;
  readonly value: string;
  readonly onChoose: (service: string) => void;
}

/** The services that the office offers, with their minutes. */
export function ServiceSelect({ label, error, office, value, onChoose }: ServiceSelectProps) {
  const t = useText();
  const { language } = useLanguage();
  const isOffered = office.services.some(({ code }) => code === value);
  return (
    <Field label={label} error={error}>
      {(wiring) => (
        <select
          {...wiring}
          className="input"
          name="service"
          value={value}
          onChange={(event) => onChoose(event.target.value)}
        >
          {!isOffered && <option value={value}>{value === "" ? t("diary.no-service") : ""}</option>}
          {office.services.map(({ code, name, nameEn, minutes }) => (
            <option key={code} value={code}>
              {t("panel.service-minutes", { name: language === "en" ? nameEn : name, minutes })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
