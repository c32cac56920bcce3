import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sentenceOf } from "../../../kit/failure.ts";
import { FormProblem } from "../../../kit/form/form-problem.tsx";
import { Space, useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { LANGUAGES, OWN_NAMES, writingDirection } from "../../../text/languages.ts";
import type { ReferralState } from "../../words/contract.ts";
import { askMinistryAgain } from "../queries.ts";
import { deleteReferral } from "./queries.ts";
import { ReferralDialog } from "./referral-dialog.tsx";
import { referralName } from "./referral-name.ts";

/** What KEP do not do: who does it, by language, and by which words people ask for it. */
export function ReferralSection({ referral }: { referral: ReferralState }) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const removing = useRemoval(referral);
  const { answers, words, url } = referral;
  const spoken = LANGUAGES.filter((language) => answers[language] || words[language]);
  return (
    <section className="words__form sheet" aria-labelledby="words-of">
      <h2 id="words-of">{t("ministry.referral-named", { name: referralName(referral) })}</h2>
      <p className="hint">{t("ministry.referral-hint")}</p>
      <dl className="words__referral">
        {spoken.map((language) => (
          <div key={language}>
            <dt lang={language}>{OWN_NAMES[language]}</dt>
            <dd lang={language} dir={writingDirection(language)}>
              {answers[language]}
              <Space />
              <span className="hint ministry__by">{(words[language] ?? []).join(" · ")}</span>
            </dd>
          </div>
        ))}
        {url && (
          <div>
            <dt>{t("ministry.referral-url")}</dt>
            <dd>{url}</dd>
          </div>
        )}
      </dl>
      <FormProblem sentence={removing.error && sentenceOf(removing.error, t, t("shell.noAnswerAct"))} />
      <div className="group">
        <Button look="primary" onClick={() => setIsOpen(true)}>
          <Icon name="edit" />
          {t("ministry.change")}
        </Button>
        <Button
          look="danger"
          aria-disabled={removing.isPending}
          onClick={() => removing.isPending || removing.mutate()}
        >
          {t("ministry.referral-remove")}
        </Button>
      </div>
      {isOpen && <ReferralDialog referral={referral} onClose={() => setIsOpen(false)} />}
    </section>
  );
}

function useRemoval(referral: ReferralState) {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  return useMutation<unknown, Error>({
    mutationFn: () => deleteReferral(referral.code, referral.version),
    onSuccess: () => toasts.show({ text: t("ministry.referral-removed", { name: referralName(referral) }) }),
    onSettled: () => askMinistryAgain(queryClient),
  });
}
