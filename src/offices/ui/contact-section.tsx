import { useText } from "../../web/text.tsx";
import { SectionForm } from "./section-form.tsx";
import { TextSetting } from "./text-setting.tsx";
import { useSection } from "./use-section.ts";
import type { SettingsForm } from "./use-settings-form.ts";

export function ContactSection({ form }: { form: SettingsForm }) {
  const t = useText();
  const section = useSection(form, "contact");
  return (
    <SectionForm section={section}>
      <div className="settings__pair">
        <TextSetting section={section} field="phone" label={t("office.phone")} type="tel" inputMode="tel" />
        <TextSetting section={section} field="email" label={t("office.email")} type="email" inputMode="email" />
      </div>
      <div className="settings__pair settings__pair--address">
        <TextSetting section={section} field="address" label={t("office.address")} />
        <TextSetting section={section} field="postcode" label={t("office.postcode")} inputMode="numeric" />
      </div>
    </SectionForm>
  );
}
