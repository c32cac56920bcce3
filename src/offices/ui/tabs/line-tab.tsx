import { useLanguage, useText } from "../../../kit/text.tsx";
import { lineRuleAddress } from "../../../paper/address.ts";
import { PrintLink } from "../../../paper/ui/print-link.tsx";
import { SettingGroup } from "./setting-group.tsx";
import { TabForm } from "./tab-form.tsx";
import type { Tab } from "./use-tab.ts";

/** By which order those who wait are called, and the sentence that says so on the wall. */
export function LineTab({ tab }: { tab: Tab }) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <TabForm tab={tab}>
      <SettingGroup tab={tab} name="line" hint={t("office.line-hint")}>
        <p>
          <PrintLink address={lineRuleAddress(tab.office, language)}>{t("office.line-rule")}</PrintLink>
        </p>
      </SettingGroup>
    </TabForm>
  );
}
