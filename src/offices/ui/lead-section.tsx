import { timeAt } from "../../web/dates.ts";
import { useText } from "../../web/text.tsx";
import { SectionForm } from "./section-form.tsx";
import { TextSetting } from "./text-setting.tsx";
import { useSection } from "./use-section.ts";
import type { SettingsForm } from "./use-settings-form.ts";

/** Whoever calls at ten, for the example. */
const CALLED_AT = 600;
const DAY = 1440;

/** Which time a new appointment starts with. */
export function LeadSection({ form }: { form: SettingsForm }) {
  const t = useText();
  const section = useSection(form, "lead");
  const from = CALLED_AT + Number(form.textOf("leadMinutes"));
  return (
    <SectionForm section={section} hint={t("office.lead-hint")}>
      <div className="settings__number">
        <TextSetting section={section} field="leadMinutes" label={t("office.lead-minutes")} inputMode="numeric" />
      </div>
      {Number.isInteger(from) && from >= CALLED_AT && from < DAY && (
        <p className="hint">{t("office.lead-example", { time: timeAt(from) })}</p>
      )}
    </SectionForm>
  );
}
