import { useText } from "../../web/text.tsx";
import { SectionForm } from "./section-form.tsx";
import { TextSetting } from "./text-setting.tsx";
import { useSection } from "./use-section.ts";
import type { SettingsForm } from "./use-settings-form.ts";

/** How much earlier somebody may be moved when the rules change. */
export function EarlierSection({ form }: { form: SettingsForm }) {
  const t = useText();
  const section = useSection(form, "earlier");
  return (
    <SectionForm section={section} hint={t("office.earlier-hint")}>
      <div className="settings__number">
        <TextSetting section={section} field="earlierMinutes" label={t("office.earlier-minutes")} inputMode="numeric" />
      </div>
    </SectionForm>
  );
}
