import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useNumbers, useText } from "../../../kit/text.tsx";
import { Field } from "../../../kit/ui/field.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { OWN_NAMES, TRANSLATED_LANGUAGES, type TranslatedLanguage } from "../../../text/languages.ts";
import type { Translation } from "../../contract.ts";
import { MinistryFrame } from "../ministry-frame.tsx";
import { translationsQuery } from "../queries.ts";
import { TranslationDialog } from "./translation-dialog.tsx";
import { TranslationTable } from "./translation-table.tsx";
import {
  FIRST_LANGUAGE,
  filterTranslations,
  isMissing,
  isUnchecked,
  type TranslationsSearch,
} from "./translations-search.ts";

const route = getRouteApi("/staff/ministry/translations");

/** The ministry's words in the languages of citizens, beside the Greek ones. */
export function TranslationsPage() {
  return (
    <MinistryFrame section="translations">
      <TranslationsSection />
    </MinistryFrame>
  );
}

function TranslationsSection() {
  const t = useText();
  const { language = FIRST_LANGUAGE, only } = route.useSearch();
  const { data, error, refetch } = useQuery(translationsQuery(language));
  /** By its number: it is shown as it is by now */
  const [open, setOpen] = useState<string | null>(null);
  const opened = data?.translations.find(({ id }) => id === open);
  return (
    <>
      <div className="ministry__head">
        <p>{t("ministry.translations-hint")}</p>
      </div>
      <Choices language={language} only={only} all={data?.translations ?? []} />
      {!data && !error && <p role="status">{t("shell.loading")}</p>}
      {!data && error && <LoadFailed error={error} onRetry={() => refetch()} />}
      {data && (
        <TranslationTable
          translations={filterTranslations(data.translations, only)}
          language={language}
          onOpen={setOpen}
        />
      )}
      {opened && (
        <TranslationDialog
          key={`${language} ${opened.id}`}
          translation={opened}
          language={language}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

interface ChoicesProps {
  readonly language: TranslatedLanguage;
  readonly only: TranslationsSearch["only"];
  readonly all: readonly Translation[];
}

function Choices({ language, only, all }: ChoicesProps) {
  const t = useText();
  const n = useNumbers();
  const navigate = route.useNavigate();
  const choose = (change: TranslationsSearch) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const [missing, unchecked] = [all.filter(isMissing).length, all.filter(isUnchecked).length];
  return (
    <div className="ministry__search">
      <Field label={t("ministry.translation-language")}>
        {(wiring) => (
          <select
            className="input"
            {...wiring}
            value={language}
            onChange={({ target }) => choose({ language: target.value as TranslatedLanguage })}
          >
            {TRANSLATED_LANGUAGES.map((each) => (
              <option key={each} value={each}>
                {OWN_NAMES[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t("ministry.translation-only")}>
        {(wiring) => (
          <select
            className="input"
            {...wiring}
            value={only ?? ""}
            onChange={({ target }) => choose({ only: (target.value || undefined) as TranslationsSearch["only"] })}
          >
            <option value="">{t("ministry.translation-all")}</option>
            <option value="missing">{t("ministry.translation-missing")}</option>
            <option value="unchecked">{t("ministry.translation-unchecked")}</option>
          </select>
        )}
      </Field>
      <p className="hint" role="status">
        {t("ministry.translation-count", { missing: n(missing), unchecked: n(unchecked) })}
      </p>
    </div>
  );
}
