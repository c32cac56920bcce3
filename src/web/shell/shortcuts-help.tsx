import { useState } from "react";
import { useMe } from "../../kit/me.ts";
import { areSingleKeysOn, setSingleKeys } from "../../kit/shortcuts.ts";
import { useText } from "../../kit/text.tsx";

/** The list of keys, and the switch for clerks who hit them by mistake. */
export function ShortcutsHelp() {
  const t = useText();
  const { offices } = useMe();
  const [isOn, setIsOn] = useState(areSingleKeysOn);
  const keys: [string, string][] = [
    ["/", t("search.label")],
    ["N", t("plan.new")],
    ["X", t("plan.keyWalkIn")],
    ["[", t("plan.keyPrevious")],
    ["]", t("plan.keyNext")],
    ["T", t("plan.keyToday")],
    ["V", t("table.keyView")],
    [t("plan.arrows"), t("plan.keyMoveInPlan")],
    ["Enter", t("plan.keyOpen")],
    ["P", t("plan.keyArrived")],
    ["S", t("plan.act-service-start")],
    ["O", t("plan.act-completion")],
    ["D", t("plan.keyNoShow")],
    ["M", t("plan.keyMove")],
    ["E", t("plan.keyEdit")],
    ["Delete", t("plan.keyCancel")],
    ["U", t("plan.keyUndoOn")],
    ["Ctrl + Z", t("plan.keyUndo")],
    ["Ctrl + P", t("plan.keyPrint")],
    ["F2", t("plan.keyRepair")],
    ["W", t("overview.keyWeeks")],
    ["B", t("overview.keyNext")],
    ["PgUp, PgDn", t("overview.keyFourWeeks")],
    ...(offices.length > 1 ? [["1…9", t("overview.keyOffices")] satisfies [string, string]] : []),
    ["?", t("plan.keyHelp")],
  ];
  return (
    <>
      <dl className="keys">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
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
