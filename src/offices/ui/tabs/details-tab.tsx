import { useText } from "../../../kit/text.tsx";
import { SettingGroup } from "./setting-group.tsx";
import { TabForm } from "./tab-form.tsx";
import type { Tab } from "./use-tab.ts";

/** How citizens reach the office, how they get into it, and who can interpret there. */
export function DetailsTab({ tab }: { tab: Tab }) {
  const t = useText();
  return (
    <TabForm tab={tab}>
      <div className="settings__pair">
        <SettingGroup tab={tab} name="contact" />
        <SettingGroup tab={tab} name="access" hint={t("office.access-hint")} />
        <SettingGroup tab={tab} name="interpreters" hint={t("office.interpreters-hint")} />
      </div>
    </TabForm>
  );
}
