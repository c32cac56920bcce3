import { useQuery } from "@tanstack/react-query";
import type { NationalDraws } from "../../../draws/contract.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { MinistryFrame } from "../../../ministry/ui/ministry-frame.tsx";
import { dayAndTime } from "../draw-words.ts";
import { nationalDrawsQuery } from "../queries.ts";
import { LastDraws } from "./last-draws.tsx";
import { TermsForm } from "./terms-form.tsx";
import "../staff.css";

/** «Κληρώσεις»: how the ministry draws, for which services, and what other shares would have changed. */
export function DrawTermsPage() {
  return (
    <MinistryFrame section="public-booking" part="draws">
      <Draws />
    </MinistryFrame>
  );
}

function Draws() {
  const t = useText();
  const { data, error, refetch } = useQuery(nationalDrawsQuery);
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  return (
    <div className="draws">
      <h2>{t("drawTerms.title")}</h2>
      <p>{t("drawTerms.lead")}</p>
      <p>
        <From draws={data} />
      </p>
      <TermsForm draws={data} />
      <LastDraws draws={data} />
    </div>
  );
}

/** From which draw on a change holds. */
function From({ draws: { next } }: { readonly draws: NationalDraws }) {
  const t = useText();
  const { language } = useLanguage();
  if (!next) return t("drawTerms.no-next");
  return t("drawTerms.next", { number: next.number, ...dayAndTime(next.opensAt, language) });
}
