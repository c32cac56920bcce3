import { useNumbers, useText } from "../../kit/text.tsx";
import type { HowItWent } from "../contract.ts";

/** From here on the catalogue is far from what a service takes */
const FAR = 0.2;

/** How long services take here, beside the catalogue; of an office of fewer than three counters they would be somebody's. */
export function ServicesPart({ services }: { services: HowItWent["services"] }) {
  const t = useText();
  const n = useNumbers();
  return (
    <section className="sheet went__part" aria-labelledby="went-services">
      <h2 id="went-services">{t("went.services")}</h2>
      {services.length === 0 ? (
        <p>{t("went.services-none")}</p>
      ) : (
        <table className="went__table">
          <caption>{t("went.services-caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("went.service")}</th>
              <th scope="col">{t("went.catalogue")}</th>
              <th scope="col">{t("went.here")}</th>
              <th scope="col">{t("went.visits")}</th>
            </tr>
          </thead>
          <tbody>
            {services.map(({ code, name, minutes, median, count }) => (
              <tr key={code}>
                <th scope="row">{name}</th>
                <td>{t("went.minutes", { minutes: n(minutes) })}</td>
                <td>
                  {median !== null && t("went.minutes", { minutes: n(median) })}{" "}
                  {median !== null && t(farKey(median, minutes))}
                </td>
                <td>{n(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** A shape and a word: no colour says it alone. */
function farKey(median: number, minutes: number) {
  if (median >= minutes * (1 + FAR)) return "went.longer";
  return median <= minutes * (1 - FAR) ? "went.shorter" : "went.as-catalogued";
}
