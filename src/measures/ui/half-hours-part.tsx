import { ChartFigure } from "../../kit/charts/chart-figure.tsx";
import type { FigureView } from "../../kit/charts/figures-search.ts";
import { useElementWidth } from "../../kit/charts/use-element-width.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { classes } from "../../kit/ui/classes.ts";
import type { HowItWent } from "../contract.ts";
import { clockOf, halfHourGrid, halfHoursTable, shortWeekdayName } from "./tables/half-hours-table.ts";

/** How many wait, by half-hour and weekday. */
export function HalfHoursPart({ went, view }: { went: HowItWent; view: FigureView }) {
  const t = useText();
  const { language } = useLanguage();
  const isAny = went.halfHours.length > 0;
  return (
    <ChartFigure
      title={t("went.half-hours")}
      hint={t(went.seats ? "went.half-hours-hint-seats" : "went.half-hours-hint")}
      view={view}
      place="went__half-hours"
      tables={isAny ? [halfHoursTable(went, t, language)] : []}
      finding={isAny ? <Busiest halfHours={went.halfHours} /> : t("went.nobody-waited")}
    >
      {isAny && <HeatMap halfHours={went.halfHours} seats={went.seats?.count ?? Number.POSITIVE_INFINITY} />}
    </ChartFigure>
  );
}

function Busiest({ halfHours }: { halfHours: HowItWent["halfHours"] }) {
  const t = useText();
  const { language } = useLanguage();
  const [most] = halfHours.toSorted((a, b) => b.waiting - a.waiting);
  if (!most || most.waiting === 0) return t("went.nobody-waited");
  const { weekday, halfHour, waiting } = most;
  return t("went.busiest", { count: waiting, weekday: shortWeekdayName(weekday, language), clock: clockOf(halfHour) });
}

const SHADES = 5;
/** Pixels of a column; with less room the half-hours stand below each other */
const COLUMN = 32;

/** Before the first and after the last in which anybody waits there is nothing to see; the table has them. */
function withoutEmptyEnds(halfHours: readonly number[], isAnybody: (halfHour: number) => boolean): readonly number[] {
  const busy = halfHours.map(isAnybody);
  return busy.includes(true) ? halfHours.slice(busy.indexOf(true), busy.lastIndexOf(true) + 1) : halfHours;
}

/** A number in each cell; its shade only repeats it. */
function HeatMap({ halfHours: cells, seats }: { halfHours: HowItWent["halfHours"]; seats: number }) {
  const t = useText();
  const { language } = useLanguage();
  const { width, ref } = useElementWidth();
  const { weekdays, halfHours: all, waitingAt } = halfHourGrid(cells);
  const halfHours = withoutEmptyEnds(all, (halfHour) => weekdays.some((weekday) => waitingAt(weekday, halfHour) > 0));
  const most = Math.max(1, ...cells.map(({ waiting }) => waiting));
  const isWide = width >= (halfHours.length + 1) * COLUMN;
  const cell = (weekday: number, halfHour: number) => {
    const waiting = waitingAt(weekday, halfHour);
    const shade = waiting === 0 ? 0 : Math.ceil((waiting / most) * (SHADES - 1));
    return (
      <td
        key={`${weekday} ${halfHour}`}
        className={classes(`heat__cell chart__shade--${shade}`, waiting >= seats && "heat__cell--full")}
      >
        {waiting}
      </td>
    );
  };
  const weekdayHead = (weekday: number, scope: "row" | "col") => (
    <th scope={scope} key={weekday}>
      {shortWeekdayName(weekday, language)}
    </th>
  );
  const clockHead = (halfHour: number, scope: "row" | "col") => (
    <th scope={scope} key={halfHour}>
      {scope === "col" && halfHour % 2 === 1 ? (
        <span className="visually-hidden">{clockOf(halfHour)}</span>
      ) : (
        clockOf(halfHour)
      )}
    </th>
  );
  return (
    <div ref={ref}>
      <table className="heat">
        <caption className="visually-hidden">{t("went.half-hours-caption")}</caption>
        <thead>
          <tr>
            <td />
            {isWide
              ? halfHours.map((halfHour) => clockHead(halfHour, "col"))
              : weekdays.map((weekday) => weekdayHead(weekday, "col"))}
          </tr>
        </thead>
        <tbody>
          {isWide
            ? weekdays.map((weekday) => (
                <tr key={weekday}>
                  {weekdayHead(weekday, "row")}
                  {halfHours.map((halfHour) => cell(weekday, halfHour))}
                </tr>
              ))
            : halfHours.map((halfHour) => (
                <tr key={halfHour}>
                  {clockHead(halfHour, "row")}
                  {weekdays.map((weekday) => cell(weekday, halfHour))}
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  );
}
