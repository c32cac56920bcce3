import { Link } from "@tanstack/react-router";
import { variables } from "../../../kit/place-style.ts";
import { useNumbers, useText } from "../../../kit/text.tsx";
import type { Access, HowOfficesDo } from "../../national/contract.ts";
import { type NationalSearch, regionName } from "./national-search.ts";

interface AccessPartProps extends Pick<HowOfficesDo, "regions" | "nation"> {
  readonly search: NationalSearch;
}

/** In how many days half of a region's offices offer a third time by telephone, and nine in ten; each leads to its offices. */
export function AccessPart({ regions, nation, search: { weeks } }: AccessPartProps) {
  const t = useText();
  const most = Math.max(1, ...regions.flatMap(({ median, nineOfTen }) => [median ?? 0, nineOfTen ?? 0]));
  return (
    <section className="sheet chart" aria-labelledby="nation-access">
      <h2 id="nation-access">{t("nation.access")}</h2>
      <p className="hint">{t("nation.access-hint")}</p>
      <table className="chart__table nation__list">
        <caption className="visually-hidden">{t("nation.access")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("nation.column-region")}</th>
            <th scope="col">{t("nation.offices")}</th>
            <th scope="col">{t("nation.half")}</th>
            <th scope="col">{t("nation.nine-of-ten")}</th>
            <th scope="col">{t("nation.none-free")}</th>
            <th scope="col" className="nation__bar-cell">
              <span className="visually-hidden">{t("nation.shape")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {regions.map(({ region, ...access }) => (
            <tr key={regionName(region)}>
              <th scope="row">
                <Link to="/ministry/how-offices-do" search={{ region: regionName(region), weeks }}>
                  {region ?? t("nation.no-region")}
                </Link>
              </th>
              <AccessCells {...access} />
              <td className="nation__bar-cell" aria-hidden="true">
                <Bar {...access} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("nation.nation")}</th>
            <AccessCells {...nation} />
            <td className="nation__bar-cell" />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function AccessCells({ offices, median, nineOfTen, none }: Access) {
  const t = useText();
  const n = useNumbers();
  const days = (value: number | null) => {
    if (offices === 0) return t("charts.not-recorded");
    return value === null ? t("nation.later") : n(value);
  };
  return (
    <>
      <td data-label={t("nation.offices")}>{n(offices)}</td>
      <td data-label={t("nation.half")}>{days(median)}</td>
      <td data-label={t("nation.nine-of-ten")}>{days(nineOfTen)}</td>
      <td data-label={t("nation.none-free")}>{offices === 0 ? "" : n(none)}</td>
    </>
  );
}

/** A bar to the half, a thin line to nine in ten; where nothing is free they end at the edge. */
function Bar({ offices, median, nineOfTen, most }: Access & { readonly most: number }) {
  if (offices === 0) return null;
  const part = (days: number | null) => (days === null ? 1 : days / most);
  return (
    <span className="nation__bar" style={variables({ "--half": part(median), "--most": part(nineOfTen) })}>
      <i />
      <b />
    </span>
  );
}
