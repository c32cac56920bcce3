import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { numericDate } from "../../../kit/dates.ts";
import { sentenceOf } from "../../../kit/failure.ts";
import { FormProblem } from "../../../kit/form/form-problem.tsx";
import { Space, useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { OWN_NAMES, writingDirection } from "../../../text/languages.ts";
import type { CounterLanguageState } from "../../contract.ts";
import { putLanguage } from "../acts.ts";
import { askMinistryAgain, languagesQuery } from "../queries.ts";

/** In which languages citizens are offered pages and e-mails, beside Greek and English. */
export function LanguagesSection() {
  const t = useText();
  const { data, error, refetch } = useQuery(languagesQuery);
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  return (
    <section className="ministry__languages" aria-labelledby="languages">
      <h2 id="languages">{t("ministry.languages")}</h2>
      <div className="ministry__head">
        <p>{t("ministry.languages-hint")}</p>
      </div>
      <table className="ministry__table sheet">
        <caption className="visually-hidden">{t("ministry.languages")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("ministry.language")}</th>
            <th scope="col">{t("ministry.language-state")}</th>
          </tr>
        </thead>
        <tbody>
          {data.languages.map((language) => (
            <LanguageRow key={language.language} {...language} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function LanguageRow(row: CounterLanguageState) {
  const { language, isOn, changedAt, changedBy } = row;
  const t = useText();
  const own = OWN_NAMES[language];
  const switching = useSwitch(row);
  const failure = switching.error && sentenceOf(switching.error, t, t("shell.noAnswerAct"));
  return (
    <tr>
      <th scope="row">
        {t(`ministry.language-${language}`)}{" "}
        <span lang={language} dir={writingDirection(language)}>
          {own}
        </span>
        <Space />
        <span className="hint ministry__by">{t("ministry.language-unread")}</span>
      </th>
      <td>
        {t(isOn ? "ministry.language-is-on" : "ministry.language-is-off")}
        <Space />
        {changedAt && (
          <span className="hint ministry__by">
            {t("ministry.language-by", { date: numericDate(changedAt.slice(0, 10)), name: changedBy ?? "" })}
          </span>
        )}
        <div className="group">
          <Button
            size="small"
            look={isOn ? "danger" : "plain"}
            aria-label={t(isOn ? "ministry.language-off-of" : "ministry.language-on-of", { name: own })}
            aria-disabled={switching.isPending}
            onClick={() => switching.isPending || switching.mutate(!isOn)}
          >
            {t(isOn ? "ministry.language-off" : "ministry.language-on")}
          </Button>
        </div>
        <FormProblem sentence={failure} />
      </td>
    </tr>
  );
}

function useSwitch({ language, version }: CounterLanguageState) {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (isOn: boolean) => putLanguage(language, isOn, version),
    onSuccess: ({ isOn }) =>
      toasts.show({
        text: t(isOn ? "ministry.language-switched-on" : "ministry.language-switched-off", {
          name: t(`ministry.language-${language}`),
        }),
      }),
    // Also after a refusal: a colleague may have switched it.
    onSettled: () => askMinistryAgain(queryClient),
  });
}
