import { useId } from "react";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { HOURS_SETTINGS } from "../../setting/hours-settings.ts";
import { textWords } from "../field-words.ts";
import { Differences } from "../hours/differences.tsx";
import { ExceptionRows } from "../hours/exception-rows.tsx";
import { WeekTable } from "../hours/week-table.tsx";
import { ReadOnly } from "./read-only.tsx";
import { TabForm } from "./tab-form.tsx";
import type { Tab } from "./use-tab.ts";

const NAMES = Object.keys(HOURS_SETTINGS) as (keyof typeof HOURS_SETTINGS)[];

/** When the office is open and answers its telephone, as citizens are told. */
export function HoursTab({ tab }: { tab: Tab }) {
  const t = useText();
  const { language } = useLanguage();
  const id = useId();
  if (!tab.canEdit)
    return (
      <TabForm tab={tab}>
        <div className="settings__group">
          {NAMES.map((name) => (
            <ReadOnly key={name} label={t(`office.${HOURS_SETTINGS[name].label}`)}>
              {textWords(name, tab.form.values[name] ?? "", t, language)}
            </ReadOnly>
          ))}
        </div>
      </TabForm>
    );
  return (
    <TabForm tab={tab}>
      <div className="settings__pair">
        <section className="settings__group" aria-labelledby={`${id}-week`}>
          <h2 id={`${id}-week`}>{t("office.hours")}</h2>
          <p className="hint">{t("office.hours-hint")}</p>
          <WeekTable tab={tab} />
          <Differences tab={tab} />
        </section>
        <section className="settings__group" aria-labelledby={`${id}-days`}>
          <h2 id={`${id}-days`}>{t("office.hours-exceptions")}</h2>
          <p className="hint">{t("office.hours-exceptions-hint")}</p>
          <ExceptionRows tab={tab} />
        </section>
      </div>
    </TabForm>
  );
}
