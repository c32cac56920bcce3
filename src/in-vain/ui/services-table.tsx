import { Link } from "@tanstack/react-router";
import { CsvButton } from "../../kit/charts/csv-button.tsx";
import type { FigureTable } from "../../kit/charts/figure-table.ts";
import { variables } from "../../kit/place-style.ts";
import { useLanguage, useNumbers, useText } from "../../kit/text.tsx";
import type { InVainCounts, InVainServices, ServiceInVain } from "../contract.ts";
import { addedCounts, inVainCount } from "../in-vain-count.ts";
import { IN_VAIN_REASONS } from "../reasons.ts";
import { helpWords } from "./help-words.ts";
import type { InVainSearch } from "./in-vain-search.ts";
import { perHundred } from "./per-hundred.ts";
import { whatHelps } from "./what-helps.ts";

interface ServicesTableProps extends Pick<InVainServices, "services" | "others"> {
  readonly search: InVainSearch;
  /** What the columns mean and what they are of, for the file */
  readonly meanings: FigureTable;
}

/** Each service with what it is of; those of few visits together. Bars have patterns besides colours, and their numbers beside. */
export function ServicesTable({ services, others, search, meanings }: ServicesTableProps) {
  const t = useText();
  const n = useNumbers();
  const { language } = useLanguage();
  const most = Math.max(...services.map((one) => inVainCount(one) / one.visits)) || 1;
  const nameOf = (one: (typeof services)[number]) => (language === "en" ? one.nameEn : one.name);
  const rest = t("vain.others", { count: others.services });
  const all = t("vain.sum", { count: services.length });
  const sum = addedCounts(services);
  const helpIn = (one: ServiceInVain) => helpWords(whatHelps(one), t);
  const columns = ["service", "visits", "in-vain", "per-hundred", ...IN_VAIN_REASONS] as const;
  const cells = (one: InVainCounts) => [
    one.visits,
    inVainCount(one),
    perHundred(one),
    ...IN_VAIN_REASONS.map((reason) => one[reason]),
  ];
  const table = {
    title: t("vain.by-service"),
    columns: [...columns, "help" as const].map((column) => t(`vain.column-${column}`)),
    rows: [
      ...services.map((one) => [nameOf(one), ...cells(one), helpIn(one)]),
      [all, ...cells(sum), ""],
      ...(others.services > 0 ? [[rest, ...cells(others), ""]] : []),
    ],
  };
  // On a phone each row is a list, and its numbers have their names beside them.
  const inCells = (values: readonly (number | null)[]) =>
    values.map((value, at) => (
      <td key={columns[at + 1]} data-label={table.columns[at + 1]}>
        {value === null ? "–" : n(value)}
      </td>
    ));
  return (
    <section className="sheet vain">
      <div className="ministry__head">
        <h2>{t("vain.by-service")}</h2>
        <CsvButton name="in-vain" tables={[table, meanings]} />
      </div>
      <ul className="vain__legend" aria-hidden="true">
        {IN_VAIN_REASONS.map((reason) => (
          <li key={reason}>
            <span className={`vain__bar vain__bar--${reason}`} /> {t(`vain.column-${reason}`)}
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <div className="vain__scroll" role="group" aria-label={t("vain.by-service")} tabIndex={0}>
        <table className="ministry__table">
          <caption className="visually-hidden">{t("vain.by-service")}</caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {services.map((one) => (
              <tr key={one.code} aria-current={one.code === search.service || undefined}>
                <th scope="row">
                  <Link to="/ministry/services/in-vain" search={{ ...search, service: one.code }}>
                    {nameOf(one)}
                  </Link>
                  <span className="vain__bars" aria-hidden="true">
                    {IN_VAIN_REASONS.map((reason) => (
                      <span
                        key={reason}
                        className={`vain__bar vain__bar--${reason}`}
                        style={variables({ "--share": one[reason] / one.visits / most })}
                      />
                    ))}
                  </span>
                </th>
                {inCells(cells(one))}
                <td className="vain__help" data-label={t("vain.column-help")}>
                  {helpIn(one)}
                </td>
              </tr>
            ))}
            {services.length > 1 && (
              <tr className="vain__sum">
                <th scope="row">{all}</th>
                {inCells(cells(sum))}
                <td />
              </tr>
            )}
            {others.services > 0 && (
              <tr>
                <th scope="row">{rest}</th>
                {inCells(cells(others))}
                <td />
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}
