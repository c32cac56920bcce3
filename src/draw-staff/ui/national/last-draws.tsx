import type { NationalDraws } from "../../../draws/contract.ts";
import { useLanguage, useNumbers, useText } from "../../../kit/text.tsx";
import { spanOfDays } from "../draw-words.ts";

/** How the last draws went: of one that is not held yet nobody is told how many wish. */
export function LastDraws({ draws: { draws, catalogue } }: { readonly draws: NationalDraws }) {
  const t = useText();
  const n = useNumbers();
  const { language } = useLanguage();
  const named = (code: string) => {
    const service = catalogue.find((each) => each.code === code);
    return (language === "en" ? service?.nameEn : service?.name) ?? code;
  };
  return (
    <section className="draws__sheet sheet" aria-labelledby="last-draws">
      <h3 id="last-draws">{t("drawTerms.draws")}</h3>
      {draws.length === 0 && <p>{t("drawTerms.no-draws")}</p>}
      {draws.length > 0 && (
        <table className="ministry__table">
          <thead>
            <tr>
              <th scope="col">{t("drawTerms.draw")}</th>
              <th scope="col">{t("drawTerms.service")}</th>
              <th scope="col">{t("drawTerms.visits")}</th>
              <th scope="col">{t("drawTerms.state")}</th>
              <th scope="col">{t("drawTerms.places")}</th>
              <th scope="col">{t("drawTerms.need-given")}</th>
              <th scope="col">{t("drawTerms.need-in-vain")}</th>
              <th scope="col">{t("drawTerms.wishes")}</th>
              <th scope="col">{t("drawTerms.drawn")}</th>
            </tr>
          </thead>
          <tbody>
            {draws.map(({ number, service, firstDay, lastDay, state, places, need, counts }) => (
              <tr key={number}>
                <th scope="row">{n(number)}</th>
                <td>{named(service)}</td>
                <td>{spanOfDays(firstDay, lastDay)}</td>
                <td>{t(`drawDesk.state-${state}`)}</td>
                <td>{n(places)}</td>
                <td>{n(need.given)}</td>
                <td>{n(need.inVain)}</td>
                <td>{counts ? n(counts.wishes) : t("drawTerms.not-told")}</td>
                <td>{counts ? n(counts.drawn) : "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
