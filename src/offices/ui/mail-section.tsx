import { call } from "../../kit/api.ts";
import { useText } from "../../kit/text.tsx";
import type { LetterSample, LetterTest, NoteSampleRequest } from "../../mail/contract.ts";
import { LetterPreview } from "../../mail/ui/letter-preview.tsx";
import type { CitizensLanguage } from "../../text/languages.ts";
import { SectionForm } from "./section-form.tsx";
import { SettingFields } from "./setting-fields.tsx";
import { type SettingsOf, useSection } from "./use-section.ts";

/** When citizens are reminded, and what closes the office's letters: seen, and sent as a test, before it is saved. */
export function MailSection({ of }: { of: SettingsOf }) {
  const t = useText();
  const section = useSection(of, "mail");
  const { form, canEdit } = section;
  const { office, settings } = of;
  const post = <Answer,>(what: string, language: CitizensLanguage) => {
    const { mailNote = "", mailNoteEn = "" } = form.values;
    const body: NoteSampleRequest = { mailNote, mailNoteEn, language };
    return call<Answer>(`/api/offices/${encodeURIComponent(office)}/${what}`, { method: "POST", body });
  };
  const { email } = settings;
  return (
    <SectionForm section={section} hint={t("office.mail-hint")}>
      <SettingFields section={section} />
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
    </SectionForm>
  );
}
