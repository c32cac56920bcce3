import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { FilterField } from "../../../kit/form/filter-field.tsx";
import { Space, useLanguage, useNumbers, useText } from "../../../kit/text.tsx";
import { fold } from "../../../platform/text/fold.ts";
import type { Words } from "../../words/contract.ts";
import { referralName } from "./referral-name.ts";
import { countWords } from "./words-texts.ts";

/** So many are shown at once: a thousand are looked for by their letters. */
const MOST_LISTED = 60;

/** The services and what others do, each with how many words it has. */
export function ServiceList({ data }: { data: Words }) {
  const t = useText();
  const n = useNumbers();
  const { language } = useLanguage();
  const chosen = useSearch({ from: "/staff/ministry/services/words" });
  const [sought, setSought] = useState("");
  const rows = [
    ...data.services.map(({ code, name, nameEn, words }) => ({
      search: { service: code },
      name: language === "en" ? nameEn : name,
      count: countWords(words),
      isCurrent: chosen.elsewhere === undefined && (chosen.service ?? data.services[0]?.code) === code,
    })),
    ...data.referrals.map((referral) => ({
      search: { elsewhere: referral.code },
      name: t("ministry.referral-named", { name: referralName(referral) }),
      count: countWords(referral.words),
      isCurrent: chosen.elsewhere === referral.code,
    })),
  ];
  const found = rows.filter(({ name }) => fold(name).includes(fold(sought.trim())));
  const bare = data.services.filter(({ words }) => countWords(words) === 0).length;
  return (
    <section className="words__list sheet" aria-label={t("ministry.services-list")}>
      <FilterField label={t("ministry.services-search")} value={sought} onType={setSought} />
      <ul>
        {found.slice(0, MOST_LISTED).map(({ search, name, count, isCurrent }) => (
          <li key={JSON.stringify(search)}>
            <Link
              to="/ministry/services/words"
              search={search}
              activeProps={{}}
              aria-current={isCurrent ? "true" : undefined}
            >
              <span>{name}</span>
              <Space />
              <b>
                {n(count)}
                <span className="visually-hidden"> {t("ministry.words-count", { count, n: n(count) })}</span>
              </b>
            </Link>
          </li>
        ))}
      </ul>
      <p className="hint" role="status">
        {found.length === 0
          ? t("ministry.services-none")
          : t("ministry.words-bare", { all: n(data.services.length), bare: n(bare) })}
      </p>
    </section>
  );
}
