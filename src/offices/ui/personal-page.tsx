import { type ReactNode, useId, useState } from "react";
import { useMe } from "../../kit/me.ts";
import { areSingleKeysOn, setSingleKeys } from "../../kit/shortcuts.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { PageHead } from "../../kit/ui/page-head.tsx";
import { Switch } from "../../kit/ui/switch.tsx";
import { OWN_NAMES } from "../../text/languages.ts";
import type { Language } from "../../text/text.ts";
import "./personal-page.css";

const LANGUAGES: readonly Language[] = ["el", "en"];

/** «Οι ρυθμίσεις μου»: habits of the clerk at this computer, whichever office is shown. */
export function PersonalPage() {
  const t = useText();
  const { firstName, lastName } = useMe().employee;
  return (
    <div className="personal">
      <title>{`${t("office.personal")} | ${t("shell.appName")}`}</title>
      <PageHead kicker={`${firstName} ${lastName}`} title={t("office.personal")}>
        <p className="hint">{t("office.personal-hint")}</p>
      </PageHead>
      <div className="sheet personal__rows">
        <SingleKeys />
        <LanguageOfScreen />
      </div>
    </div>
  );
}

/** A clerk who hits single keys by mistake, or dictates, switches them off (WCAG 2.1.4). */
function SingleKeys() {
  const t = useText();
  const [isOn, setIsOn] = useState(areSingleKeysOn);
  const change = (isOnNow: boolean) => {
    setSingleKeys(isOnNow);
    setIsOn(isOnNow);
  };
  return (
    <Row title={t("office.single-keys")} hint={t("office.single-keys-hint")}>
      <Switch
        isOn={isOn}
        word={t(isOn ? "office.keys-on" : "office.keys-off")}
        of={t("office.single-keys")}
        onChange={change}
      />
    </Row>
  );
}

function LanguageOfScreen() {
  const t = useText();
  const name = useId();
  const { language, setLanguage } = useLanguage();
  return (
    <Row title={t("office.language")} hint={t("office.language-hint")}>
      <fieldset className="radios">
        <legend className="visually-hidden">{t("office.language")}</legend>
        {LANGUAGES.map((code) => (
          <label key={code} lang={code}>
            <input type="radio" name={name} checked={language === code} onChange={() => setLanguage(code)} />
            {OWN_NAMES[code]}
          </label>
        ))}
      </fieldset>
    </Row>
  );
}

const Row = ({ title, hint, children }: { title: string; hint: string; children: ReactNode }) => (
  <section className="personal__row">
    <div>
      <h2>{title}</h2>
      <p className="hint">{hint}</p>
    </div>
    <div>{children}</div>
  </section>
);
