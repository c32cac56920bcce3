import { useState } from "react";
import { areSingleKeysOn, setSingleKeys } from "../shortcuts.ts";
import { useText } from "../text.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

/** The list of keys, and the switch for those who hit them by mistake. */
export function ShortcutsHelp({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [isOn, setIsOn] = useState(areSingleKeysOn);
  const keys: [string, string][] = [
    ["N", t("plan.new")],
    ["[", t("plan.keyPrevious")],
    ["]", t("plan.keyNext")],
    ["T", t("plan.keyToday")],
    [t("plan.arrows"), t("plan.keyMoveInPlan")],
    ["Enter", t("plan.keyOpen")],
    ["P", t("plan.keyArrived")],
    ["M", t("plan.keyMove")],
    ["E", t("plan.keyEdit")],
    ["Delete", t("plan.keyCancel")],
    ["Ctrl + Z", t("plan.keyUndo")],
    ["?", t("plan.keyHelp")],
  ];
  return (
    <Dialog title={t("shell.shortcuts")} onClose={onClose}>
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
      <div className="group">
        <Button onClick={onClose} data-autofocus>
          {t("shell.shortcutsDone")}
        </Button>
      </div>
    </Dialog>
  );
}
