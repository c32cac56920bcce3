import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { numericDate } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import type { Settling } from "../../contract.ts";
import { whenWords } from "../closures/when-words.ts";
import { useNumbers } from "../numbers.ts";
import { settlingQuery } from "../queries.ts";

/** «Κλεισίματα σε εξέλιξη»: how much of what stood in their times the offices' heads have settled. */
export function ClosuresSettling() {
  const t = useText();
  const { data, isError } = useQuery(settlingQuery);
  return (
    <section className="sheet home__box" aria-labelledby="home-settling">
      <div className="home__box-head">
        <h2 id="home-settling">{t("ministry.settling")}</h2>
        <Link to="/ministry/closures">{t("ministry.settling-all")}</Link>
      </div>
      {!data && <p className="hint">{t(isError ? "ministry.settling-failed" : "shell.loading")}</p>}
      {data?.closures.length === 0 && <p className="hint">{t("ministry.settling-none")}</p>}
      {data && data.closures.length > 0 && (
        <ul>
          {data.closures.map((closure) => (
            <ClosureItem key={closure.id} closure={closure} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ClosureItem({ closure }: { closure: Settling["closures"][number] }) {
  const t = useText();
  const { language } = useLanguage();
  const n = useNumbers();
  const { region, reason, createdAt, appointments, undecided, offices } = closure;
  const settled = appointments - undecided;
  const figures = { settled: n(settled), all: n(appointments) };
  return (
    <li className="home__closure">
      <p>
        <b>
          {t("ministry.settling-when", {
            when: whenWords(closure, language),
            where: region ?? t("ministry.all-offices"),
          })}
        </b>
      </p>
      <p className="hint">{t("ministry.settling-ruled", { reason, day: numericDate(createdAt.slice(0, 10)) })}</p>
      <meter aria-label={t("ministry.settling-meter", figures)} max={appointments} value={settled} />
      <p>
        {t("ministry.settling-share", { percent: Math.floor((settled / appointments) * 100), ...figures })}{" "}
        {undecided > 0 && t("ministry.settling-left", { count: undecided, n: n(undecided), offices: n(offices) })}
      </p>
    </li>
  );
}
