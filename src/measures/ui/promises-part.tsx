import { longDate, monthAndYear } from "../../kit/dates.ts";
import { useLanguage, useNumbers, useText } from "../../kit/text.tsx";
import type { HowItWent } from "../contract.ts";

const KINDS = ["number", "hours"] as const;

/** What was said to people of how long they would wait, and what became of it. */
export function PromisesPart({ promises: { months, voices } }: { promises: HowItWent["promises"] }) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <section className="sheet went__part" aria-labelledby="went-promises">
      <h2 id="went-promises">{t("promise.title")}</h2>
      <p>{t("promise.means")}</p>
      {voices &&
        KINDS.filter((kind) => voices[kind].isSilent).map((kind) => (
          <p key={kind} className="note note--warn">
            {t(`promise.silent-${kind}`, { date: longDate(voices[kind].since, language) })}
          </p>
        ))}
      {months.length === 0 && <p>{t("promise.none")}</p>}
      {months.length > 0 && (
        <div className="went__tables">
          {KINDS.map((kind) => (
            <MonthsTable key={kind} kind={kind} months={months} />
          ))}
        </div>
      )}
    </section>
  );
}

function MonthsTable({ kind, months }: { kind: (typeof KINDS)[number]; months: HowItWent["promises"]["months"] }) {
  const t = useText();
  const n = useNumbers();
  const { language } = useLanguage();
  return (
    <table className="went__table">
      <caption>{t(`promise.of-${kind}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t("promise.month")}</th>
          <th scope="col">{t("promise.kept")}</th>
          <th scope="col">{t("promise.longer")}</th>
          <th scope="col">{t("promise.unknown")}</th>
        </tr>
      </thead>
      <tbody>
        {months.map((month) => {
          const { within, shorter, longer, unknown } = month[kind];
          const of = within + shorter + longer;
          return (
            <tr key={month.month}>
              <th scope="row">{monthAndYear(month.month, language)}</th>
              <td>
                {of === 0
                  ? t("promise.nothing")
                  : t("promise.tenths", {
                      tenths: Math.floor((10 * (within + shorter)) / of),
                      part: n(within + shorter),
                      of: n(of),
                      shorter: n(shorter),
                    })}
              </td>
              <td>{n(longer)}</td>
              <td>{n(unknown)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
