import { Space, useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { Message } from "../../../kit/ui/message.tsx";
import { OWN_NAMES, type TranslatedLanguage, writingDirection } from "../../../text/languages.ts";
import type { Translation } from "../../contract.ts";

interface TranslationTableProps {
  readonly translations: readonly Translation[];
  readonly language: TranslatedLanguage;
  readonly onOpen: (id: string) => void;
}

/** Greek words and what they are in a language, with whether a native speaker has gone over them. */
export function TranslationTable({ translations, language, onOpen }: TranslationTableProps) {
  const t = useText();
  if (translations.length === 0)
    return <Message title={t("ministry.translation-none-title")} text={t("ministry.translation-none")} />;
  return (
    <table className="ministry__table sheet">
      <caption className="visually-hidden">{t("ministry.translations")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("ministry.translation-greek")}</th>
          <th scope="col">{OWN_NAMES[language]}</th>
          <th scope="col">{t("ministry.language-state")}</th>
        </tr>
      </thead>
      <tbody>
        {translations.map((each) => (
          <Row key={each.id} translation={each} language={language} onOpen={() => onOpen(each.id)} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly translation: Translation;
  readonly language: TranslatedLanguage;
  readonly onOpen: () => void;
}

function Row({ translation: { greek, kind, words, isChecked }, language, onOpen }: RowProps) {
  const t = useText();
  const unchecked = t(isChecked ? "ministry.translation-is-checked" : "ministry.translation-is-unchecked");
  return (
    <tr>
      <th scope="row" lang="el">
        {greek}
        <Space />
        <span className="hint ministry__by">{t(`ministry.translation-${kind}`)}</span>
      </th>
      <td lang={language} dir={writingDirection(language)}>
        {words}
      </td>
      <td>
        {words === null ? t("ministry.translation-is-missing") : unchecked}
        <div className="group">
          <Button size="small" aria-label={t("ministry.change-of", { name: greek })} onClick={onOpen}>
            <Icon name="edit" />
            {t("ministry.change")}
          </Button>
        </div>
      </td>
    </tr>
  );
}
