import { useState } from "react";
import { useMe } from "../../kit/me.ts";
import { areSingleKeysOn, setSingleKeys } from "../../kit/shortcuts.ts";
import { useText } from "../../kit/text.tsx";
import { ARROWS, KEYS, KEYS_OF_OFFICES } from "./keys.ts";

/** The list of keys, and the switch for clerks who hit them by mistake. */
export function ShortcutsHelp() {
  const t = useText();
  const { offices } = useMe();
  const [isOn, setIsOn] = useState(areSingleKeysOn);
  const keys = offices.length > 1 ? [...KEYS, KEYS_OF_OFFICES] : KEYS;
  return (
    <>
      <dl className="keys">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key === ARROWS ? t("plan.arrows") : key}</kbd>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{t("shell.shortcutsNote")}</p>
      <label className="check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ target }) => {
            setSingleKeys(target.checked);
            setIsOn(target.checked);
          }}
        />
        {t("shell.shortcutsOn")}
      </label>
    </>
  );
}
