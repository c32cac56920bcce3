import { useLanguage, useText } from "../../kit/text.tsx";
import { Field } from "../../kit/ui/field.tsx";
import type { Office, Service } from "../../offices/contract.ts";

interface ServiceFieldProps {
  readonly office: Office;
  /** None is usual, and nobody has chosen one */
  readonly service: Service | undefined;
  readonly onChoose: (service: string) => void;
}

/** Room is counted in visits of this service. */
export function ServiceField({ office, service, onChoose }: ServiceFieldProps) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <div className="weeks__service page-head__end">
      <Field label={t("overview.service")}>
        {(wiring) => (
          <select
            className="input"
            {...wiring}
            value={service?.code ?? ""}
            onChange={({ target }) => onChoose(target.value)}
          >
            {!service && <option value="">{t("overview.choose")}</option>}
            {office.services.map(({ code, name, nameEn, minutes }) => (
              <option key={code} value={code}>
                {t("panel.service-minutes", { name: language === "en" ? nameEn : name, minutes })}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
