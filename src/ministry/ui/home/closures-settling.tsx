import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { numericDate } from "../../../kit/dates.ts";
import { variables } from "../../../kit/place-style.ts";
import { useLanguage, useNumbers, useText } from "../../../kit/text.tsx";
import type { Settling } from "../../contract.ts";
import { whenWords } from "../closures/when-words.ts";
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
        <>
          <Legend />
          <ul>
            {data.closures.map((closure) => (
              <ClosureItem key={closure.id} closure={closure} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function ClosureItem({ closure }: { closure: Settling["closures"][number] }) {
  const t = useText();
  const { language } = useLanguage();
  const n = useNumbers();
  const { region, reason, createdAt, appointments, undecided, unreachable, offices, untouched } = closure;
  const settled = appointments - undecided;
  const figures = { settled: n(settled), all: n(appointments), unreachable: n(unreachable) };
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
      <div
        className="home__bar home__settling"
        role="img"
        aria-label={t("ministry.settling-meter", figures)}
        style={variables({ "--done": settled / appointments, "--under-way": unreachable / appointments })}
      >
        <i className="home__bar-done" />
        <i className="home__bar-unreachable" />
      </div>
      <p>
        {t("ministry.settling-share", { percent: Math.floor((settled / appointments) * 100), ...figures })}{" "}
        {undecided > 0 && t("ministry.settling-left", { count: undecided, n: n(undecided), offices: n(offices) })}{" "}
        {unreachable > 0 && (
          <b className="home__warn">
            {t("ministry.settling-unreachable-of", { count: unreachable, n: n(unreachable) })}
          </b>
        )}{" "}
        {untouched > 0 && <b>{t("ministry.settling-untouched", { count: untouched, n: n(untouched) })}</b>}
      </p>
    </li>
  );
}

function Legend() {
  const t = useText();
  return (
    <p className="home__legend" aria-hidden="true">
      <span>
        <i className="home__bar-done" /> {t("ministry.settling-settled")}
      </span>
      <span>
        <i className="home__bar-unreachable" /> {t("ministry.settling-unreachable")}
      </span>
      <span>
        <i className="home__bar-not-begun" /> {t("ministry.settling-rest")}
      </span>
    </p>
  );
}
