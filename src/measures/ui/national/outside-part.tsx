import { Link } from "@tanstack/react-router";
import { dayOfMonth } from "../../../kit/dates.ts";
import { useNumbers, useText } from "../../../kit/text.tsx";
import type { Text } from "../../../text/text.ts";
import type { HowOfficesDo } from "../../national/contract.ts";
import { percentOf } from "../tables/percent.ts";
import type { NationalSearch } from "./national-search.ts";

interface OutsidePartProps extends Pick<HowOfficesDo, "funnel"> {
  readonly search: NationalSearch;
}

/** Those out of bounds by name, each with how completely it recorded and what it changed: never by how far they are out. */
export function OutsidePart({ funnel, search }: OutsidePartProps) {
  const t = useText();
  const { outside } = funnel;
  return (
    <section className="sheet chart nation__outside" aria-labelledby="nation-outside">
      <h2 id="nation-outside">{t("nation.outside-title")}</h2>
      {outside.length === 0 ? (
        <p>{t("nation.nobody-outside")}</p>
      ) : (
        <>
          <p className="hint">{t("nation.outside-hint")}</p>
          <OutsideTable funnel={funnel} search={search} />
        </>
      )}
      <p className="note">{byChanceWords(funnel, t)}</p>
      <h3>{t("nation.how-to-read")}</h3>
      <p>{t("nation.how-to-read-text")}</p>
    </section>
  );
}

function OutsideTable({ funnel: { outside, measure }, search: { weeks } }: OutsidePartProps) {
  const t = useText();
  return (
    <table className="chart__table nation__list">
      <caption className="visually-hidden">{t("nation.outside-title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("nation.office")}</th>
          <th scope="col">{t(`nation.measure-${measure}`)}</th>
          <th scope="col">{t("nation.complete")}</th>
          <th scope="col">{t("nation.changed")}</th>
        </tr>
      </thead>
      <tbody>
        {outside.map(({ code, name, side, complete, visits, changes, ...share }) => (
          <tr key={code}>
            <th scope="row">
              <Link to="/ministry/how-offices-do/$code" params={{ code }} search={{ weeks }}>
                {name}
              </Link>
            </th>
            <td data-label={t(`nation.measure-${measure}`)}>
              {t("charts.percent", { percent: percentOf(share) ?? 0 })} {t(`nation.side-${side}`)} <Of {...share} />
            </td>
            <td data-label={t("nation.complete")}>
              {t("charts.percent", { percent: percentOf({ count: complete, of: visits }) ?? 0 })}
            </td>
            <td data-label={t("nation.changed")}>{changesInWords(changes, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Of({ count, of }: { count: number; of: number }) {
  const t = useText();
  const n = useNumbers();
  return <span className="hint">{t("nation.of", { part: n(count), of: n(of) })}</span>;
}

type Outside = HowOfficesDo["funnel"]["outside"][number];

function changesInWords(changes: Outside["changes"], t: Text): string {
  if (changes.length === 0) return t("nation.nothing-changed");
  return changes
    .map(({ act, date }) => t("nation.change-on", { what: t(`nation.change-${act}`), date: dayOfMonth(date) }))
    .join("\u00a0· ");
}

/** Once in so many looks, while it is less than one office. */
function byChanceWords({ byChance, inside, outside }: HowOfficesDo["funnel"], t: Text): string {
  const offices = inside.length + outside.length;
  if (byChance >= 1) return t("nation.by-chance-many", { offices, many: Math.round(byChance) });
  return t("nation.by-chance-few", { offices, times: Math.floor(1 / Math.max(byChance, 0.001)) });
}
