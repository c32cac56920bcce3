import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { longDate, shortDate } from "../../../kit/dates.ts";
import { useLanguage, useNumbers, useText } from "../../../kit/text.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { LoadFailed } from "../../../kit/ui/load-failed.tsx";
import { Message } from "../../../kit/ui/message.tsx";
import type { Text } from "../../../text/text.ts";
import type { OfficesOfRegion, StepSpread } from "../../national/contract.ts";
import { percentOf } from "../tables/percent.ts";
import type { NationalSearch } from "./national-search.ts";
import { officesOfRegionQuery } from "./queries.ts";
import { WeeksChoice } from "./weeks-choice.tsx";

interface RegionPartProps {
  readonly region: string;
  readonly search: NationalSearch;
}

/** The offices of a region, by name; from each to its own figures. */
export function RegionPart({ region, search }: RegionPartProps) {
  const t = useText();
  const { data, error, refetch } = useQuery(officesOfRegionQuery(region, search));
  return (
    <>
      <p>
        <Link to="/ministry/how-offices-do" search={{ weeks: search.weeks }}>
          <Icon name="previous" />
          {t("nation.whole-nation")}
        </Link>
      </p>
      <WeeksChoice
        search={search}
        linkTo={(weeks, look) => (
          <Link to="/ministry/how-offices-do" search={{ ...search, region, weeks }} replace {...look} />
        )}
      />
      {data && <OfficesOfOne figures={data} search={search} />}
      {!data && error && <LoadFailed error={error} onRetry={() => refetch()} />}
      {!data && !error && <p role="status">{t("shell.loading")}</p>}
    </>
  );
}

interface OfficesOfOneProps {
  readonly figures: OfficesOfRegion;
  readonly search: NationalSearch;
}

function OfficesOfOne({ figures: { region, offices, from, to }, search }: OfficesOfOneProps) {
  const t = useText();
  const { language } = useLanguage();
  if (offices.length === 0)
    return <Message title={t("nation.no-such-region")} text={t("nation.no-such-region-text")} />;
  return (
    <section className="sheet chart" aria-labelledby="nation-region">
      <h2 id="nation-region">{region ? t("nation.of-region", { region }) : t("nation.no-region")}</h2>
      <p className="hint">{t("nation.region-span", { from: shortDate(from, language), to: longDate(to, language) })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <div className="chart__scroll" role="group" aria-labelledby="nation-region" tabIndex={0}>
        <table className="chart__table nation__list">
          <caption className="visually-hidden">{t("nation.by-name")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("nation.office")}</th>
              <th scope="col">{t("nation.complete")}</th>
              <th scope="col">{t("nation.measure-on-time")}</th>
              <th scope="col">{t("nation.wait-appointment")}</th>
              <th scope="col">{t("nation.wait-walk-in")}</th>
              <th scope="col">{t("nation.measure-no-shows")}</th>
              <th scope="col">{t("nation.third-free")}</th>
            </tr>
          </thead>
          <tbody>
            {offices.map((office) => (
              <OfficeRow key={office.code} {...office} search={search} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type Office = OfficesOfRegion["offices"][number];

/** Grey where too little was recorded to compare: a hint, and no more. */
function OfficeRow({ search: { weeks }, ...office }: Office & Pick<OfficesOfOneProps, "search">) {
  const { code, name, coverage, complete, visits, onTime, noShows, waits, thirdFree } = office;
  const t = useText();
  const n = useNumbers();
  return (
    <tr className={coverage === "reliable" ? undefined : "nation__hint"}>
      <th scope="row">
        <Link to="/ministry/how-offices-do/$code" params={{ code }} search={{ weeks }}>
          {name}
        </Link>
      </th>
      <td data-label={t("nation.complete")}>
        {visits > 0 && t("charts.percent", { percent: percentOf({ count: complete, of: visits }) ?? 0 })}{" "}
        {coverage !== "reliable" && t(`nation.coverage-${coverage}`)}
      </td>
      <td data-label={t("nation.measure-on-time")}>
        <Measured {...onTime} />
      </td>
      <td data-label={t("nation.wait-appointment")}>{waitInWords(waits.appointment, t)}</td>
      <td data-label={t("nation.wait-walk-in")}>{waitInWords(waits.walkIn, t)}</td>
      <td data-label={t("nation.measure-no-shows")}>
        <Measured {...noShows} />
      </td>
      <td data-label={t("nation.third-free")}>{thirdFreeInWords(thirdFree, t, n)}</td>
    </tr>
  );
}

function Measured({ count, of, side }: Office["onTime"]) {
  const t = useText();
  const n = useNumbers();
  if (of === 0) return t("charts.not-recorded");
  return (
    <>
      {t("charts.percent", { percent: percentOf({ count, of }) ?? 0 })} {side && t(`nation.side-${side}`)}{" "}
      <span className="hint">{t("nation.of", { part: n(count), of: n(of) })}</span>
    </>
  );
}

function waitInWords({ count, median, nineOfTen }: StepSpread, t: Text): string {
  if (count === 0) return t("charts.not-recorded");
  const minutes = (step: StepSpread["median"]) =>
    step === "longer" ? t("nation.longer-than-hour-short") : t("nation.up-to", { minutes: step ?? 0 });
  return t("nation.waits", { half: minutes(median), most: minutes(nineOfTen) });
}

function thirdFreeInWords({ looked, days }: Office["thirdFree"], t: Text, n: (value: number) => string): string {
  if (!looked) return t("charts.not-recorded");
  return days === null ? t("nation.later") : t("nation.days", { count: days, n: n(days) });
}
