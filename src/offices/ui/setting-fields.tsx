import { LinesInput, Radios, TextInput, TimeInput } from "../../kit/form/inputs.tsx";
import { useText } from "../../kit/text.tsx";
import { SETTING_NAMES, SETTINGS, type SettingName } from "../office-settings.ts";
import type { Setting } from "../setting/setting.ts";
import { textWords } from "./field-words.ts";
import { ReadOnly } from "./read-only.tsx";
import type { Section } from "./use-section.ts";

/** The settings of a section; for a clerk who may not change them, mere words. */
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

const YES_OR_NO = ["yes", "no"] as const;

function SettingField({ section: { form, canEdit }, name }: { section: Section; name: SettingName }) {
  const t = useText();
  const { kind, hint, input }: Setting = SETTINGS[name];
  const label = t(`office.${SETTINGS[name].label}`);
  if (!canEdit) return <ReadOnly label={label}>{textWords(name, form.values[name] ?? "", t)}</ReadOnly>;
  const words = { label, hint: hint && t(`office.${hint}`) };
  if (kind === "choice" || kind === "switch") {
    // Silence is not a no.
    const answers = kind === "choice" ? ([...YES_OR_NO, "unknown"] as const) : YES_OR_NO;
    const options = answers.map((answer) => [answer, t(`office.${answer}`)] as const);
    return (
      <Radios form={form} field={name} legend={label} options={options} {...(hint && { hint: t(`office.${hint}`) })} />
    );
  }
  if (kind === "lines") return <LinesInput form={form} field={name} {...words} />;
  if (kind === "time") return <TimeInput form={form} field={name} {...words} />;
  return <TextInput form={form} field={name} isOptional={kind === "maybe-time"} {...words} {...input} />;
}
