import { useText } from "../../kit/text.tsx";
import { SETTING_NAMES, SETTINGS, type Setting, type SettingName } from "../office-settings.ts";
import { ChoiceSetting } from "./choice-setting.tsx";
import { textWords } from "./field-words.ts";
import { ReadOnly } from "./read-only.tsx";
import { TextSetting } from "./text-setting.tsx";
import type { Section } from "./use-section.ts";

/** The settings of a section; for who may not change them, mere words. */
export function SettingFields({ section }: { section: Section }) {
  const names = SETTING_NAMES.filter((name) => SETTINGS[name].section === section.name);
  return (
    <div className="settings__fields">
      {names.map((name) => {
        const { kind, width }: Setting = SETTINGS[name];
        return (
          <div key={name} data-kind={kind} data-width={width}>
            <SettingField section={section} name={name} />
          </div>
        );
      })}
    </div>
  );
}

function SettingField({ section, name }: { section: Section; name: SettingName }) {
  const t = useText();
  const { kind, hint, input }: Setting = SETTINGS[name];
  const label = t(`office.${SETTINGS[name].label}`);
  if (!section.form.canEdit) return <ReadOnly label={label}>{textWords(name, section.form.textOf(name), t)}</ReadOnly>;
  if (kind === "choice") return <ChoiceSetting section={section} field={name} label={label} />;
  return (
    <TextSetting section={section} field={name} label={label} {...(hint && { hint: t(`office.${hint}`) })} {...input} />
  );
}
