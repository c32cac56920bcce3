import { useLanguage, useText } from "../../kit/text.tsx";
import { labelOf, textWords } from "./field-words.ts";
import type { Section } from "./use-section.ts";

/** What somebody else changed in the fields that are being edited, against what this form will save. */
export function SettingsOvertaken({ section }: { section: Section }) {
  const t = useText();
  const { language } = useLanguage();
  const { settings, current } = section.form;
  const by = settings.changedBy;
  return (
    <div className="note note--warn settings__overtaken">
      <p role="alert">
        <b>{by ? t("office.stale-by", { by }) : t("office.stale-elsewhere")}</b> {t("office.stale-text")}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("office.stale-field")}</th>
            <th scope="col">{t("office.stale-theirs")}</th>
            <th scope="col">{t("office.stale-mine")}</th>
          </tr>
        </thead>
        <tbody>
          {section.overtaken.map(([field, { text }]) => (
            <tr key={field}>
              <th scope="row">{labelOf(field, settings.catalogue, t, language)}</th>
              <td>{textWords(field, current[field] ?? "", t)}</td>
              <td>{textWords(field, text, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
