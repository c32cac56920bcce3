import { timeAt } from "../../kit/dates.ts";
import { useText } from "../../kit/text.tsx";
import { SettingsSection } from "./settings-section.tsx";
import type { SettingsForm } from "./use-settings-form.ts";

/** Whoever calls at ten, for the example. */
const CALLED_AT = 600;
const DAY = 1440;

/** Which time a new appointment starts with. */
export function LeadSection({ form }: { form: SettingsForm }) {
  const t = useText();
  const from = CALLED_AT + Number(form.textOf("leadMinutes"));
  return (
    <SettingsSection form={form} name="lead" hint={t("office.lead-hint")}>
      {Number.isInteger(from) && from >= CALLED_AT && from < DAY && (
        <p className="hint">{t("office.lead-example", { time: timeAt(from) })}</p>
      )}
    </SettingsSection>
  );
}
