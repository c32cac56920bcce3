import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sentenceOf } from "../../../kit/failure.ts";
import { FormProblem } from "../../../kit/form/form-problem.tsx";
import { useLanguage, useNumbers, useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import type { MissedWord, Words } from "../../words/contract.ts";
import { askMinistryAgain } from "../queries.ts";
import { putReferral, putWords } from "./queries.ts";
import { referralName } from "./referral-name.ts";
import { languageOfWord, withWord } from "./words-texts.ts";

const MOST_LISTED = 30;

/** What people looked for in vain, each beside a field that says which service it is. */
export function MissedWords({ data }: { data: Words }) {
  const t = useText();
  return (
    <section className="words__missed sheet" aria-labelledby="missed">
      <h2 id="missed">{t("ministry.missed")}</h2>
      <p className="hint">{t("ministry.missed-hint")}</p>
      {data.missed.length === 0 ? (
        <p>{t("ministry.missed-none")}</p>
      ) : (
        <ul>
          {data.missed.slice(0, MOST_LISTED).map((missed) => (
            <MissedRow key={missed.word} missed={missed} data={data} />
          ))}
        </ul>
      )}
    </section>
  );
}

function MissedRow({ missed: { word, askers }, data }: { missed: MissedWord; data: Words }) {
  const t = useText();
  const n = useNumbers();
  const { language } = useLanguage();
  const [home, setHome] = useState("");
  const adding = useAdding(data, word);
  return (
    <li>
      <p>
        <b lang={languageOfWord(word)}>«{word}»</b>{" "}
        <span className="hint">{t("ministry.missed-askers", { count: askers, n: n(askers) })}</span>
      </p>
      <div className="words__home">
        <select
          className="input"
          aria-label={t("ministry.missed-is", { word })}
          value={home}
          onChange={({ target }) => setHome(target.value)}
        >
          <option value="">{t("ministry.missed-choose")}</option>
          <optgroup label={t("ministry.services-list")}>
            {data.services.map(({ code, name, nameEn }) => (
              <option key={code} value={`service/${code}`}>
                {language === "en" ? nameEn : name}
              </option>
            ))}
          </optgroup>
          <optgroup label={t("ministry.referrals")}>
            {data.referrals.map((referral) => (
              <option key={referral.code} value={`referral/${referral.code}`}>
                {referralName(referral)}
              </option>
            ))}
          </optgroup>
        </select>
        <Button
          size="small"
          aria-label={t("ministry.missed-add-of", { word })}
          aria-disabled={home === "" || adding.isPending}
          onClick={() => home === "" || adding.isPending || adding.mutate(home)}
        >
          {t("ministry.missed-add")}
        </Button>
      </div>
      <FormProblem sentence={adding.error && sentenceOf(adding.error, t, t("shell.noAnswerAct"))} />
    </li>
  );
}

/** Adds it to the words that are seen; whoever changed them meanwhile is not overruled. */
function useAdding({ services, referrals }: Words, word: string) {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  return useMutation<unknown, Error, string>({
    mutationFn: async (home) => {
      const [kind, code] = home.split("/");
      const service = services.find((one) => kind === "service" && one.code === code);
      if (service) return await putWords(service.code, withWord(service.words, word), service.version);
      const referral = referrals.find((one) => kind === "referral" && one.code === code);
      if (!referral) return;
      const { answers, words, url, version } = referral;
      return await putReferral(referral.code, { answers, words: withWord(words, word), url }, version);
    },
    onSuccess: () => toasts.show({ text: t("ministry.missed-added", { word }) }),
    onSettled: () => askMinistryAgain(queryClient),
  });
}
