import { Screens } from "../../../entrance/ui/screens.tsx";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { lineRuleAddress } from "../../../paper/address.ts";
import { PrintLink } from "../../../paper/ui/print-link.tsx";
import { SettingGroup } from "./setting-group.tsx";
import { SettingsSheet } from "./settings-sheet.tsx";
import { TabForm } from "./tab-form.tsx";
import type { Tab } from "./use-tab.ts";

/** When whoever has an appointment can say at the entrance that they have come, how the line goes on, and at which screens. */
export function EntranceTab({ tab }: { tab: Tab }) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <div className="settings__pair">
      <TabForm tab={tab}>
        <SettingGroup tab={tab} name="entrance" hint={t("office.entrance-hint")} />
        <SettingGroup tab={tab} name="line" hint={t("office.line-hint")}>
          <p>
            <PrintLink address={lineRuleAddress(tab.office, language)}>{t("office.line-rule")}</PrintLink>
          </p>
        </SettingGroup>
      </TabForm>
      {tab.canEdit && (
        <SettingsSheet title={t("office.screens")}>
          <Screens office={tab.office} />
        </SettingsSheet>
      )}
    </div>
  );
}
