import { useText } from "../../web/text.tsx";
import { ChoiceSetting } from "./choice-setting.tsx";
import { ACCESS_FACTS } from "./draft.ts";
import { SectionForm } from "./section-form.tsx";
import { TextSetting } from "./text-setting.tsx";
import { useSection } from "./use-section.ts";
import type { SettingsForm } from "./use-settings-form.ts";

/** Whether everybody can enter. */
export function AccessSection({ form }: { form: SettingsForm }) {
  const t = useText();
  const section = useSection(form, "access");
  return (
    <SectionForm section={section} hint={t("office.access-hint")}>
      {ACCESS_FACTS.map((fact) => (
        <ChoiceSetting key={fact} section={section} field={`access.${fact}`} label={t(`office.access.${fact}`)} />
      ))}
      <TextSetting
        section={section}
        field="access.notes"
        label={t("office.access.notes")}
        hint={t("office.access-notes-hint")}
        spellCheck
      />
    </SectionForm>
  );
}
