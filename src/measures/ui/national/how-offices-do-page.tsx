import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { FigureViews } from "../../../kit/charts/figure-views.tsx";
import { longDate, shortDate } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { Message } from "../../../kit/ui/message.tsx";
import { MinistryFrame } from "../../../ministry/ui/ministry-frame.tsx";
import type { HowOfficesDo } from "../../national/contract.ts";
import { AccessPart } from "./access-part.tsx";
import { CoveragePart } from "./coverage-part.tsx";
import { FunnelPart } from "./funnel-part.tsx";
import { MeasureChoice } from "./measure-choice.tsx";
import type { NationalSearch } from "./national-search.ts";
import { OutsidePart } from "./outside-part.tsx";
import { howOfficesDoQuery, nationCsvAddress } from "./queries.ts";
import { RegionPart } from "./region-part.tsx";
import { RegionTiles } from "./region-tiles.tsx";
import { TrendPart } from "./trend-part.tsx";
import { WeeksChoice } from "./weeks-choice.tsx";
import "./national.css";

const route = getRouteApi("/staff/ministry/how-offices-do");

/** «Πώς πάνε τα ΚΕΠ»: who records first, then what differs by more than chance. No figure is anybody's, and none ranks. */
export function HowOfficesDoPage() {
  const search = route.useSearch();
  return (
    <MinistryFrame section="how-offices-do" part={search.region}>
      {search.region === undefined ? (
        <NationSection search={search} />
      ) : (
        <RegionPart region={search.region} search={search} />
      )}
    </MinistryFrame>
  );
}

function NationSection({ search }: { search: NationalSearch }) {
  const t = useText();
  const { data, error, refetch } = useQuery(howOfficesDoQuery(search));
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  return (
    <>
      <Head figures={data} search={search} />
      <WeeksChoice
        search={search}
        linkTo={(weeks, look) => <Link to="/ministry/how-offices-do" search={{ ...search, weeks }} replace {...look} />}
      />
      <CoveragePart {...data} />
      {data.coverage.reliable === 0 ? (
        <Message title={t("nation.empty")} text={t("nation.empty-text")} />
      ) : (
        <Compared figures={data} search={search} />
      )}
      <div className="nation__regions">
        <AccessPart {...data} search={search} />
        <RegionTiles regions={data.regions} search={search} />
      </div>
      <TrendPart trend={data.trend} view={search.view ?? "picture"} />
    </>
  );
}

interface PartsProps {
  readonly figures: HowOfficesDo;
  readonly search: NationalSearch;
}

function Head({ figures: { from, to }, search }: PartsProps) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <div className="ministry__head">
      <p>{t("nation.span", { from: shortDate(from, language), to: longDate(to, language) })}</p>
      <div className="group">
        <FigureViews
          linkTo={(view, look) => (
            <Link
              to="/ministry/how-offices-do"
              search={{ ...search, ...view }}
              replace
              {...look}
              aria-current={view.view === search.view ? "page" : undefined}
            />
          )}
        />
        <a className={buttonClass()} href={nationCsvAddress(search)} download>
          {t("nation.csv")}
        </a>
        <a className={buttonClass()} href="/api/ministry/how-offices-do/definitions.csv" download>
          {t("nation.csv-definitions")}
        </a>
      </div>
    </div>
  );
}

/** Whom to look at comes before the picture, also for who reads it aloud or on a phone. */
function Compared({ figures, search }: PartsProps) {
  return (
    <>
      <MeasureChoice sizes={figures.sizes} funnel={figures.funnel} search={search} />
      <div className="nation__compared">
        <OutsidePart funnel={figures.funnel} search={search} />
        <FunnelPart figures={figures} view={search.view ?? "picture"} />
      </div>
    </>
  );
}
