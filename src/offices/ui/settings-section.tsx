import type { SectionName } from "../setting/setting.ts";
import { SectionForm } from "./section-form.tsx";
import { SettingFields } from "./setting-fields.tsx";
import { type SettingsOf, useSection } from "./use-section.ts";

interface SettingsSectionProps {
  readonly of: SettingsOf;
  readonly name: SectionName;
  readonly hint?: string;
}

/** A section that is its settings. */
export function SettingsSection({ of, name, hint }: SettingsSectionProps) {
  const section = useSection(of, name);
  return (
    <SectionForm section={section} hint={hint}>
      <SettingFields section={section} />
    </SectionForm>
  );
}
