import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ChartFigure } from "../../kit/charts/chart-figure.tsx";
import { CsvButton } from "../../kit/charts/csv-button.tsx";
import { FigureViews } from "../../kit/charts/figure-views.tsx";
import type { FigureView } from "../../kit/charts/figures-search.ts";
import { Withheld } from "../../kit/charts/withheld.tsx";
import { longDate, shortDate } from "../../kit/dates.ts";
import { useOwnOffice } from "../../kit/me.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { classes } from "../../kit/ui/classes.ts";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { Message } from "../../kit/ui/message.tsx";
import { PageHead } from "../../kit/ui/page-head.tsx";
import { UnknownOffice } from "../../kit/ui/unknown-office.tsx";
import type { HowItWent } from "../contract.ts";
import { CompletenessPart } from "./completeness-part.tsx";
import { CrowdPart } from "./crowd-part.tsx";
import { HalfHoursPart } from "./half-hours-part.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { NoShowsPart } from "./no-shows-part.tsx";
import { PromisesPart } from "./promises-part.tsx";
import { howItWentQuery } from "./queries.ts";
import { ServicesPart } from "./services-part.tsx";
import { allTables } from "./tables/all-tables.ts";
import { keyFiguresTable } from "./tables/key-figures-table.ts";
import "./how-it-went.css";

const route = getRouteApi("/staff/offices/$office/how-it-went");

/** «Πώς πήγε»: what the closed weeks of an office came to, for its head. No figure is anybody's. */
export function HowItWentPage() {
  const t = useText();
  const { office } = route.useParams();
  const { view = "picture" } = route.useSearch();
  const own = useOwnOffice(office);
  const isHead = own?.roles.includes("administrator") === true;
  const { data, error, refetch } = useQuery({ ...howItWentQuery(office), enabled: isHead });
  if (!own) return <UnknownOffice code={office} />;
  return (
    <div className="went">
      <title>{`${t("shell.howItWent")}, ${own.name} | ${t("shell.appName")}`}</title>
      <PageHead kicker={own.name} title={t("shell.howItWent")}>
        {data && <WentSpan {...data} />}
        {data && data.days > 0 && <Controls went={data} office={office} />}
      </PageHead>
      {!isHead && <Message title={t("went.not-head")} text={t("went.not-head-text")} />}
      {data && <WentFigures office={office} went={data} view={view} />}
      {!data && error && <LoadFailed error={error} title={t("went.failed")} onRetry={() => refetch()} />}
      {isHead && !data && !error && <p role="status">{t("shell.loading")}</p>}
    </div>
  );
}

interface FiguresProps {
  /** Of whom looks as its head: null, who may change nothing there */
  readonly office: string | null;
  readonly went: HowItWent;
  readonly view: FigureView;
}

function Controls({ went, office }: { went: HowItWent; office: string }) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <div className="page-head__end went__controls">
      <FigureViews
        linkTo={(search, look) => (
          <Link to="/offices/$office/how-it-went" params={{ office }} search={search} replace {...look} />
        )}
      />
      <CsvButton name={`${office}-${went.from}-${went.to}`} tables={allTables(went, t, language)} />
    </div>
  );
}

export function WentSpan({ from, to, days }: HowItWent) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <p className="hint went__span">
      {t("went.span", { from: shortDate(from, language), to: longDate(to, language), count: days })}
    </p>
  );
}

/** All of them, for whoever may see them. */
export function WentFigures({ office, went, view }: FiguresProps) {
  const t = useText();
  if (went.days === 0)
    return (
      <Message title={t("went.empty")} text={t("went.empty-text")}>
        <Link to="/help" search={{}}>
          {t("went.how-to")}
        </Link>
      </Message>
    );
  const { reliability } = went;
  const parts = { went, view };
  return (
    <div className={classes("went__body", reliability !== "reliable" && "went__body--hint")}>
      {reliability !== "reliable" && <p className="note note--warn">{t(`went.why-${reliability}`)}</p>}
      {view === "picture" ? (
        <KeyFigures went={went} />
      ) : (
        <ChartFigure title={t("went.key-figures")} view={view} tables={[keyFiguresTable(went, t)]} />
      )}
      {reliability === "reliable" ? (
        <>
          <CrowdPart {...parts} office={office} />
          <NoShowsPart {...parts} />
          <HalfHoursPart {...parts} />
          <ServicesPart {...parts} office={office} />
          <CompletenessPart {...parts} />
        </>
      ) : (
        <>
          <CompletenessPart {...parts} />
          <ChartFigure title={t("went.crowd")} view="picture" tables={[]} place="went__crowd">
            <Withheld title={t(`went.withheld-${reliability}`)} text={t("went.withheld")} />
          </ChartFigure>
          <ServicesPart {...parts} office={office} />
          <NoShowsPart {...parts} />
        </>
      )}
      <PromisesPart went={went} />
    </div>
  );
}
