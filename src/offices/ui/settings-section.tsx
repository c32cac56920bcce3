import type { ReactNode } from "react";
import type { SectionName } from "../office-settings.ts";
import { SectionForm } from "./section-form.tsx";
import { SettingFields } from "./setting-fields.tsx";
import { useSection } from "./use-section.ts";
import type { SettingsForm } from "./use-settings-form.ts";

interface SettingsSectionProps {
  readonly form: SettingsForm;
  readonly name: SectionName;
  readonly hint?: string;
  readonly children?: ReactNode;
}

/** A section that is its settings, and what else there is to say of them. */
export function SettingsSection({ form, name, children, ...hint }: SettingsSectionProps) {
  const section = useSection(form, name);
  return (
    <SectionForm section={section} {...hint}>
      <SettingFields section={section} />
      {children}
    </SectionForm>
  );
}
