import { call } from "../../../kit/api.ts";
import { useText } from "../../../kit/text.tsx";
import type { LetterSample, LetterTest, NoteSampleRequest } from "../../../mail/contract.ts";
import { LetterPreview } from "../../../mail/ui/letter-preview.tsx";
import type { CitizensLanguage } from "../../../text/languages.ts";
import { SettingGroup } from "./setting-group.tsx";
import { TabForm } from "./tab-form.tsx";
import type { Tab } from "./use-tab.ts";

/** When citizens are reminded, and what closes the office's letters: seen, and sent as a test, before it is saved. */
export function LettersTab({ tab }: { tab: Tab }) {
  const t = useText();
  const { form, canEdit, office, settings } = tab;
  const post = <Answer,>(what: string, language: CitizensLanguage) => {
    const { mailNote = "", mailNoteEn = "" } = form.values;
    const body: NoteSampleRequest = { mailNote, mailNoteEn, language };
    return call<Answer>(`/api/offices/${encodeURIComponent(office)}/${what}`, { method: "POST", body });
  };
  const { email } = settings;
  return (
    <TabForm tab={tab}>
      <SettingGroup tab={tab} name="mail" hint={t("office.mail-hint")}>
        {canEdit && (
          <div>
            <LetterPreview
              form={form}
              ask={(language) => post<LetterSample>("letter-previews", language)}
              test={{
                label: email ? t("office.mail-test-to", { email }) : t("office.mail-test"),
                send: (language) => post<LetterTest>("letter-tests", language),
              }}
            />
          </div>
        )}
      </SettingGroup>
    </TabForm>
  );
}
