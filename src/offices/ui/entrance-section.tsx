import { Screens } from "../../entrance/ui/screens.tsx";
import { useText } from "../../kit/text.tsx";
import { SectionForm } from "./section-form.tsx";
import { SectionFrame } from "./section-frame.tsx";
import { SettingFields } from "./setting-fields.tsx";
import { type SettingsOf, useSection } from "./use-section.ts";

/** When whoever has an appointment can say at the entrance that they have come, and at which screens. */
export function EntranceSection({ of }: { of: SettingsOf }) {
  const t = useText();
  const section = useSection(of, "entrance");
  return (
    <>
      <SectionForm section={section} hint={t("office.entrance-hint")}>
        <SettingFields section={section} />
      </SectionForm>
      {section.canEdit && (
        <SectionFrame title={t("office.screens")}>
          <Screens office={of.office} />
        </SectionFrame>
      )}
    </>
  );
}
