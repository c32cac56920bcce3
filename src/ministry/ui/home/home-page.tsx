import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect } from "react";
import { useFocusOnChange } from "../../../kit/focus.ts";
import { useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { followMinistry } from "../../../live/ui/follow-ministry.ts";
import type { Text } from "../../../text/text.ts";
import type { NationalProgress } from "../../contract.ts";
import { MinistryFrame } from "../ministry-frame.tsx";
import { nationalOnboardingQuery } from "../queries.ts";
import { ClosuresSettling } from "./closures-settling.tsx";
import { HeadNumbers } from "./head-numbers.tsx";
import { type HomeSearch, isOfPart } from "./home-search.ts";
import { HomeTrail } from "./home-trail.tsx";
import { FoundOfficeTable, OfficeFinder } from "./office-finder.tsx";
import { OfficeTable } from "./office-table.tsx";
import { OpenDecisions } from "./open-decisions.tsx";
import { StageTable } from "./stage-table.tsx";
import "./home.css";

const route = getRouteApi("/staff/ministry");

/** How far the country's offices are on their way into the platform: numbers, and no person. */
export function NationalHomePage() {
  return (
    <MinistryFrame section="home">
      <HomeSection />
    </MinistryFrame>
  );
}

function HomeSection() {
  const t = useText();
  const { data, error, refetch } = useQuery(nationalOnboardingQuery);
  // The server's stream is outside of the page: it is listened to for as long as this is shown.
  useEffect(followMinistry, []);
  if (!data)
    return error ? <LoadFailed error={error} onRetry={() => refetch()} /> : <p role="status">{t("shell.loading")}</p>;
  return (
    <>
      <div className="ministry__head">
        <p>{t("ministry.numbers-only")}</p>
        <a className={buttonClass()} href="/api/ministry/onboarding.csv" download>
          {t("ministry.csv")}
        </a>
      </div>
      <HeadNumbers progress={data} />
      <div className="home__columns">
        <Part progress={data} />
        <div className="home__aside">
          <ClosuresSettling />
          <OpenDecisions offices={data.offices} />
        </div>
      </div>
    </>
  );
}

/** The regions; of one its units; of a unit, or where one by one was asked for, the offices. */
function Part({ progress }: { progress: NationalProgress }) {
  const t = useText();
  const search = route.useSearch();
  const { region, unit, only, where } = search;
  const navigate = route.useNavigate();
  const headingRef = useFocusOnChange<HTMLHeadingElement>(JSON.stringify(search));
  const offices = progress.offices.filter(
    (office) =>
      isOfPart(office.region, region) && isOfPart(office.regionalUnit, unit) && (!only || office.state === only),
  );
  return (
    <section className="sheet home__part" aria-labelledby="home-part">
      <OfficeFinder
        key={where}
        where={where}
        onFind={(typed) => navigate({ search: typed === undefined ? {} : { where: typed } })}
      />
      <HomeTrail search={search} />
      <h2 id="home-part" tabIndex={-1} ref={headingRef}>
        {titleOf(search, t)}
      </h2>
      <PartTable search={search} offices={where === undefined ? offices : progress.offices} />
    </section>
  );
}

function PartTable({ search: { region, unit, only, where }, offices }: PartTableProps) {
  if (where !== undefined) return <FoundOfficeTable where={where} offices={offices} />;
  const areOffices = only !== undefined || unit !== undefined;
  return areOffices ? <OfficeTable offices={offices} /> : <StageTable offices={offices} region={region} />;
}

interface PartTableProps {
  readonly search: HomeSearch;
  readonly offices: NationalProgress["offices"];
}

function titleOf({ region, unit, only, where }: HomeSearch, t: Text): string {
  if (where !== undefined) return t("ministry.found-offices", { where });
  if (only) return t("ministry.of-not-begun");
  if (unit !== undefined) return t("ministry.of-unit", { unit: unit === "-" ? t("ministry.no-unit") : unit });
  if (region === undefined) return t("ministry.by-region");
  return t("ministry.by-unit", { region: region === "-" ? t("ministry.no-region") : region });
}
