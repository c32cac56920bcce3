import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useNumbers, useText } from "../../../kit/text.tsx";
import type { OfficeProgress } from "../../contract.ts";
import { publicBookingQuery } from "../queries.ts";
import { missingQuestionnaires, readyToOpen } from "./waiting-offices.ts";

/** «Θέλουν απόφαση»: how many offices wait for a word of the ministry. */
export function OpenDecisions({ offices }: { offices: readonly OfficeProgress[] }) {
  const t = useText();
  const { data } = useQuery(publicBookingQuery);
  const ready = data ? readyToOpen(offices, data.openings) : 0;
  const missing = missingQuestionnaires(offices);
  return (
    <section className="sheet home__box" aria-labelledby="home-decisions">
      <h2 id="home-decisions">{t("ministry.decisions")}</h2>
      {ready + missing === 0 && <p className="hint">{t("ministry.decision-none")}</p>}
      {ready + missing > 0 && (
        <ul>
          {ready > 0 && (
            <li className="home__decision">
              <Link to="/ministry/public-booking">{t("ministry.decision-public")}</Link>
              <OfficeCount count={ready} />
            </li>
          )}
          {missing > 0 && (
            <li className="home__decision">
              {t("ministry.decision-questionnaire")}
              <OfficeCount count={missing} />
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

function OfficeCount({ count }: { count: number }) {
  const t = useText();
  const n = useNumbers();
  return <b>{t("ministry.count-offices", { count, n: n(count) })}</b>;
}
