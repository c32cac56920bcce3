import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { Button, buttonClass } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import type { Words } from "../../words/contract.ts";
import { MinistryFrame } from "../ministry-frame.tsx";
import { MissedWords } from "./missed-words.tsx";
import { wordsQuery } from "./queries.ts";
import { ReferralDialog } from "./referral-dialog.tsx";
import { ReferralSection } from "./referral-section.tsx";
import { ServiceList } from "./service-list.tsx";
import { WordTrial } from "./word-trial.tsx";
import { WordsForm } from "./words-form.tsx";
import "./words.css";

/** Πώς το λέει ο κόσμος: words for each service, what others do, and what was looked for in vain. */
export function WordsPage() {
  const { service, elsewhere } = useSearch({ from: "/staff/ministry/services/words" });
  return (
    <MinistryFrame section="services" part={service ?? elsewhere ?? ""}>
      <WordsSection />
    </MinistryFrame>
  );
}

function WordsSection() {
  const t = useText();
  const { data, error, refetch } = useQuery(wordsQuery);
  const [isAdding, setIsAdding] = useState(false);
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  return (
    <>
      <div className="ministry__head">
        <p>{t("ministry.words-hint")}</p>
        <div className="group">
          <Link className={buttonClass()} to="/ministry/services">
            {t("ministry.services")}
          </Link>
          <Button onClick={() => setIsAdding(true)}>
            <Icon name="plus" />
            {t("ministry.referral-new")}
          </Button>
        </div>
      </div>
      <div className="words">
        <ServiceList data={data} />
        <div className="words__middle">
          <WordsSections data={data} />
          <WordTrial data={data} />
        </div>
        <MissedWords data={data} />
      </div>
      {isAdding && <ReferralDialog referral={null} onClose={() => setIsAdding(false)} />}
    </>
  );
}

/** What was chosen, or the first service. */
function WordsSections({ data }: { data: Words }) {
  const t = useText();
  const { language } = useLanguage();
  const search = useSearch({ from: "/staff/ministry/services/words" });
  const referral = data.referrals.find(({ code }) => code === search.elsewhere);
  if (referral) return <ReferralSection key={referral.code} referral={referral} />;
  const service = data.services.find(({ code }) => code === search.service) ?? data.services[0];
  if (!service) return <p>{t("ministry.services-empty")}</p>;
  return <WordsForm key={service.code} service={service} name={language === "en" ? service.nameEn : service.name} />;
}
