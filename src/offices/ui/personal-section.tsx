import { useId, useState } from "react";
import { areSingleKeysOn, setSingleKeys } from "../../kit/shortcuts.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { OWN_NAMES } from "../../text/languages.ts";
import type { Language } from "../../text/text.ts";
import { SectionFrame } from "./section-frame.tsx";

const LANGUAGES: readonly Language[] = ["el", "en"];

/** Habits of the clerk at this computer, not of the office. */
export function PersonalSection() {
  const t = useText();
  const name = useId();
  const { language, setLanguage } = useLanguage();
  return (
    <SectionFrame title={t("office.personal")} hint={t("office.personal-hint")}>
      <SingleKeys />
      <fieldset className="settings__choice">
        <legend className="label">{t("office.language")}</legend>
        <div className="radios">
          {LANGUAGES.map((code) => (
            <label key={code} lang={code}>
              <input type="radio" name={name} checked={language === code} onChange={() => setLanguage(code)} />
              {OWN_NAMES[code]}
            </label>
          ))}
        </div>
      </fieldset>
    </SectionFrame>
  );
}

/** A clerk who hits single keys by mistake, or dictates, switches them off (WCAG 2.1.4). */
function SingleKeys() {
  const t = useText();
  const hintId = useId();
  const [isOn, setIsOn] = useState(areSingleKeysOn);
  return (
    <div>
      <label className="check">
        <input
          type="checkbox"
          aria-describedby={hintId}
          checked={isOn}
          onChange={({ target }) => {
            setSingleKeys(target.checked);
            setIsOn(target.checked);
          }}
        />
        {t("office.single-keys")}
      </label>
      <p className="hint" id={hintId}>
        {t("office.single-keys-hint")}
      </p>
    </div>
  );
}
