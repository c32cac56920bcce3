import { Screens } from "../../../entrance/ui/screens.tsx";
import { useText } from "../../../kit/text.tsx";
import { SettingGroup } from "./setting-group.tsx";
import { SettingsSheet } from "./settings-sheet.tsx";
import { TabForm } from "./tab-form.tsx";
import type { Tab } from "./use-tab.ts";

/** When whoever has an appointment can say at the entrance that they have come, and at which screens. */
export function EntranceTab({ tab }: { tab: Tab }) {
  const t = useText();
  return (
    <div className="settings__pair">
      <TabForm tab={tab}>
        <SettingGroup tab={tab} name="entrance" hint={t("office.entrance-hint")} />
      </TabForm>
      {tab.canEdit && (
        <SettingsSheet title={t("office.screens")}>
          <Screens office={tab.office} />
        </SettingsSheet>
      )}
    </div>
  );
}
