import { timeAt } from "../../../kit/dates.ts";
import { useText } from "../../../kit/text.tsx";
import { SettingGroup } from "./setting-group.tsx";
import type { Tab } from "./use-tab.ts";

/** A citizen calls at ten, for the example. */
const CALLED_AT = 600;
const DAY = 1440;

/** Which time a new appointment starts with. */
export function LeadGroup({ tab }: { tab: Tab }) {
  const t = useText();
  const from = CALLED_AT + Number(tab.form.values.leadMinutes);
  return (
    <SettingGroup tab={tab} name="lead" hint={t("office.lead-hint")}>
      {Number.isInteger(from) && from >= CALLED_AT && from < DAY && (
        <p className="hint">{t("office.lead-example", { time: timeAt(from) })}</p>
      )}
    </SettingGroup>
  );
}
