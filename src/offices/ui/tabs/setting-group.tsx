import { type ReactNode, useId } from "react";
import { LinesInput, Radios, TextInput, TimeInput } from "../../../kit/form/inputs.tsx";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { SETTING_NAMES, SETTINGS, type SettingName } from "../../office-settings.ts";
import type { Setting } from "../../setting/setting.ts";
import type { SectionName } from "../../setting/tabs.ts";
import { textWords } from "../field-words.ts";
import { tabTexts } from "../setting-texts.ts";
import { ReadOnly } from "./read-only.tsx";
import type { Tab } from "./use-tab.ts";

interface SettingGroupProps {
  readonly tab: Tab;
  readonly name: SectionName;
  readonly hint?: string;
  /** Between the heading and the fields */
  readonly intro?: ReactNode;
  readonly children?: ReactNode;
}

/** Settings of a tab that belong together; for a clerk who may not change them, mere words. */
export function SettingGroup({ tab, name, hint, intro, children }: SettingGroupProps) {
  const t = useText();
  const titleId = useId();
  const names = SETTING_NAMES.filter((each) => SETTINGS[each].section === name);
  return (
    <section className="settings__group" data-group={name} aria-labelledby={titleId}>
      <h2 id={titleId}>{t(`office.${name}`)}</h2>
      {hint && <p className="hint">{hint}</p>}
      {intro}
      <div className="settings__fields">
        {names.map((each) => {
          const { kind, width }: Setting = SETTINGS[each];
          return (
            <div key={each} data-kind={kind} data-width={width} data-changed={each in tab.form.texts || undefined}>
              <SettingField tab={tab} name={each} />
              <Before tab={tab} name={each} />
            </div>
          );
        })}
      </div>
      {children}
    </section>
  );
}

/** What is saved, beside what is typed over it. */
function Before({ tab: { form, settings, name: tab }, name }: { tab: Tab; name: SettingName }) {
  const t = useText();
  const { language } = useLanguage();
  if (!(name in form.texts)) return null;
  const before = textWords(name, tabTexts(settings, tab)[name] ?? "", t, language);
  return <p className="settings__before">{t("office.before", { before })}</p>;
}

const YES_OR_NO = ["yes", "no"] as const;

function SettingField({ tab: { form, canEdit }, name }: { tab: Tab; name: SettingName }) {
  const t = useText();
  const { language } = useLanguage();
  const { kind, hint, input }: Setting = SETTINGS[name];
  const label = t(`office.${SETTINGS[name].label}`);
  if (!canEdit) return <ReadOnly label={label}>{textWords(name, form.values[name] ?? "", t, language)}</ReadOnly>;
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
  return (
    <TextInput
      form={form}
      field={name}
      isOptional={kind === "maybe-time" || kind === "maybe-count"}
      {...words}
      {...input}
    />
  );
}
