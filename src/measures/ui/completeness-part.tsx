import { dayOfMonth } from "../../kit/dates.ts";
import { useNumbers, useText } from "../../kit/text.tsx";
import type { HowItWent } from "../contract.ts";

const REASONS = ["not-started", "not-completed", "at-once", "from-paper"] as const;

/** How much of what happened was recorded, week by week, what is missing, and how it is mended. */
export function CompletenessPart({ completeness }: { completeness: HowItWent["completeness"] }) {
  const t = useText();
  const n = useNumbers();
  const { count, of, weeks, notStarted, notCompleted, atOnce, fromPaper } = completeness;
  const missing = {
    "not-started": notStarted,
    "not-completed": notCompleted,
    "at-once": atOnce,
    "from-paper": fromPaper,
  };
  const percent = (complete: number, visits: number) =>
    visits === 0 ? t("went.nobody") : t("went.percent", { percent: Math.round((complete / visits) * 100) });
  return (
    <section className="sheet went__part" aria-labelledby="went-completeness">
      <h2 id="went-completeness">{t("went.completeness")}</h2>
      <p>{t("went.completeness-all", { percent: percent(count, of), part: n(count), of: n(of) })}</p>
      <div className="went__tables">
        <table className="went__table">
          <caption>{t("went.completeness-weeks")}</caption>
          <tbody>
            {weeks.map(({ monday, complete, visits }) => (
              <tr key={monday}>
                <th scope="row">{t("went.week-of", { date: dayOfMonth(monday) })}</th>
                <td>{percent(complete, visits)}</td>
                <td>{visits > 0 && t("went.of", { part: n(complete), of: n(visits) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table className="went__table">
          <caption>{t("went.missing")}</caption>
          <tbody>
            {REASONS.map((reason) => (
              <tr key={reason}>
                <th scope="row">{t(`went.missing-${reason}`)}</th>
                <td>{n(missing[reason])}</td>
                <td>{t(`went.mend-${reason}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
