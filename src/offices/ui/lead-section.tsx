import { timeAt } from "../../kit/dates.ts";
import { useText } from "../../kit/text.tsx";
import { SectionForm } from "./section-form.tsx";
import { SettingFields } from "./setting-fields.tsx";
import { type SettingsOf, useSection } from "./use-section.ts";

/** A citizen calls at ten, for the example. */
const CALLED_AT = 600;
const DAY = 1440;

/** Which time a new appointment starts with. */
export function LeadSection({ of }: { of: SettingsOf }) {
  const t = useText();
  const section = useSection(of, "lead");
  const from = CALLED_AT + Number(section.form.values.leadMinutes);
  return (
    <SectionForm section={section} hint={t("office.lead-hint")}>
      <SettingFields section={section} />
      {Number.isInteger(from) && from >= CALLED_AT && from < DAY && (
        <p className="hint">{t("office.lead-example", { time: timeAt(from) })}</p>
      )}
    </SectionForm>
  );
}
