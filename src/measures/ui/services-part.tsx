import { Link } from "@tanstack/react-router";
import { ChartFigure } from "../../kit/charts/chart-figure.tsx";
import type { FigureView } from "../../kit/charts/figures-search.ts";
import { Withheld } from "../../kit/charts/withheld.tsx";
import { useNumbers, useText } from "../../kit/text.tsx";
import { classes } from "../../kit/ui/classes.ts";
import type { HowItWent } from "../contract.ts";
import { farOf, servicesTable } from "./tables/services-table.ts";

interface ServicesPartProps {
  /** null: who looks may change nothing there */
  readonly office: string | null;
  readonly went: HowItWent;
  readonly view: FigureView;
}

/** How long services take here, beside the catalogue; of an office of fewer than three counters they would be somebody's. */
export function ServicesPart({ office, went, view }: ServicesPartProps) {
  const t = useText();
  const { services } = went;
  const isAny = services.length > 0;
  return (
    <ChartFigure
      title={t("went.services")}
      hint={isAny ? t("went.services-hint") : undefined}
      view={isAny ? view : "picture"}
      tables={isAny ? [servicesTable(went, t)] : []}
      isHint={went.reliability !== "reliable"}
      finding={isAny ? <FarServices services={services} /> : undefined}
      place="went__services"
    >
      {isAny && <MostUsed services={services} />}
      {!isAny && <Withheld title={t("went.services-none")} text={t("went.services-none-text")} />}
      {office && isAny && went.reliability === "reliable" && <MendLink office={office} services={services} />}
    </ChartFigure>
  );
}

/** Opens the settings of services with the minutes that those far from the catalogue take here, for the head to save or not. */
function MendLink({ office, services }: { office: string; services: HowItWent["services"] }) {
  const t = useText();
  const minutes = services
    .filter((service) => service.median !== null && farOf(service) !== "as-catalogued")
    .map(({ code, median }) => `${code}:${median}`)
    .join();
  if (minutes === "") return null;
  return (
    <p className="went__mend">
      <Link to="/offices/$office/settings" params={{ office }} search={{ tab: "services", minutes }}>
        {t("went.services-mend")}
      </Link>
    </p>
  );
}

function FarServices({ services }: { services: HowItWent["services"] }) {
  const t = useText();
  const far = services.filter((service) => farOf(service) !== "as-catalogued");
  return t("went.services-far", { count: far.length, of: services.length });
}

/** So many rows a picture holds; the tables have all */
const MOST_SHOWN = 8;

/** Those for which most came, by name; of the others how many. */
function MostUsed({ services }: { services: HowItWent["services"] }) {
  const t = useText();
  const n = useNumbers();
  const byVisits = services.toSorted((a, b) => b.count - a.count);
  const shown = new Set(byVisits.slice(0, MOST_SHOWN));
  const others = byVisits.slice(MOST_SHOWN);
  const visits = others.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <ServicesPicture services={services.filter((service) => shown.has(service))} />
      {others.length > 0 && (
        <p className="hint">{t("went.services-others", { count: others.length, visits: n(visits) })}</p>
      )}
    </>
  );
}

const SHAPES = { longer: "▲", shorter: "▼", "as-catalogued": "" };

function ServicesPicture({ services }: { services: HowItWent["services"] }) {
  const t = useText();
  const n = useNumbers();
  const most = Math.max(...services.flatMap(({ minutes, median }) => [minutes, median ?? 0]));
  return (
    <table className="chart__table">
      <caption className="visually-hidden">{t("went.services-caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("went.service")}</th>
          <th scope="col">{t("went.catalogue")}</th>
          <th scope="col">{t("went.here")}</th>
          <td className="went__dumbbell" />
          <th scope="col" className="went__beside">
            {t("went.visits")}
          </th>
        </tr>
      </thead>
      <tbody>
        {services.map((service) => {
          const { code, name, minutes, median, count } = service;
          const far = farOf(service);
          return (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td>{t("went.minutes", { minutes: n(minutes) })}</td>
              <td className={classes("went__here", far !== "as-catalogued" && "went__far")}>
                <span aria-hidden="true">{SHAPES[far]} </span>
                {median !== null && t("went.minutes", { minutes: n(median) })}
                <span className="visually-hidden"> {t(`went.${far}`)}</span>
              </td>
              <td className="went__dumbbell">
                {median !== null && <Dumbbell catalogue={minutes / most} here={median / most} />}
              </td>
              <td className="went__beside">{n(count)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const ACROSS = 130;

/** Shares of the longest: a stroke for the catalogue, a dot for what it takes here. */
const Dumbbell = ({ catalogue, here }: { catalogue: number; here: number }) => (
  <svg viewBox={`-6 0 ${ACROSS + 12} 16`} aria-hidden="true">
    <line className="went__between" x1={catalogue * ACROSS} x2={here * ACROSS} y1={8} y2={8} />
    <line className="went__catalogued" x1={catalogue * ACROSS} x2={catalogue * ACROSS} y1={1} y2={15} />
    <circle cx={here * ACROSS} cy={8} r={5} />
  </svg>
);
