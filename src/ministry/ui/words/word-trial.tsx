import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Field } from "../../../kit/ui/field.tsx";
import type { Words } from "../../words/contract.ts";
import { trialQuery } from "./queries.ts";
import { referralName } from "./referral-name.ts";

const SHOWN = 3;

/** What a citizen finds by such words, as everything is now. */
export function WordTrial({ data }: { data: Words }) {
  const t = useText();
  const { language } = useLanguage();
  const [typed, setTyped] = useState("");
  const { data: answer } = useQuery(trialQuery(useDeferredValue(typed.trim())));
  const nameOf = (service: string | null, referral: string | null): string => {
    const found = data.services.find(({ code }) => code === service);
    if (found) return language === "en" ? found.nameEn : found.name;
    const elsewhere = data.referrals.find(({ code }) => code === referral);
    return elsewhere ? t("ministry.referral-named", { name: referralName(elsewhere) }) : (service ?? referral ?? "");
  };
  return (
    <section className="words__trial sheet" aria-label={t("ministry.words-trial")}>
      <Field label={t("ministry.words-trial")}>
        {(wiring) => (
          <input
            className="input"
            autoComplete="off"
            maxLength={100}
            {...wiring}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </Field>
      <div role="status">
        {typed.trim() !== "" && answer && (
          <>
            {answer.found.length === 0 ? (
              <p>{t("ministry.words-trial-nothing")}</p>
            ) : (
              <ol>
                {answer.found.slice(0, SHOWN).map(({ service, referral, by }) => (
                  <li key={`${service}/${referral}`}>
                    {t("ministry.words-trial-found", { name: nameOf(service, referral), by })}
                  </li>
                ))}
              </ol>
            )}
            {answer.unknown.length > 0 && (
              <p className="hint">{t("ministry.words-trial-unknown", { words: answer.unknown.join(", ") })}</p>
            )}
          </>
        )}
      </div>
    </section>
  );
}
