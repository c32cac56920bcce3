import type { ReactNode } from "react";
import { useNumbers, useText } from "../../kit/text.tsx";
import type { Text } from "../../text/text.ts";
import type { HowItWent, Share, Spread } from "../contract.ts";

/** Each with what it is of, and its definition behind it. */
export function KeyFigures({ went }: { went: HowItWent }) {
  const t = useText();
  const n = useNumbers();
  const unserved = { count: went.left + went.turnedAway, of: went.arrivals };
  const { capacity, completeness, thirdFree, peak } = went;
  return (
    <dl className="went__figures">
      <Figure name={t("went.on-time")} value={percentOf(went.onTime, t)} means={t("went.on-time-means")}>
        {t("went.of", { part: n(went.onTime.count), of: n(went.onTime.of) })}
      </Figure>
      <SpreadFigure name={t("went.wait-appointment")} spread={went.waits.appointment} means={t("went.wait-means")} />
      <SpreadFigure name={t("went.wait-walk-in")} spread={went.waits.walkIn} means={t("went.wait-walk-in-means")} />
      <Figure name={t("went.unserved")} value={percentOf(unserved, t)} means={t("went.unserved-means")}>
        {t("went.unserved-of", { left: n(went.left), turnedAway: n(went.turnedAway), of: n(went.arrivals) })}
      </Figure>
      <Figure name={t("went.recorded")} value={percentOf(completeness, t)} means={t("went.completeness-hint")}>
        {t("went.of", { part: n(completeness.count), of: n(completeness.of) })}
      </Figure>
      <SpreadFigure name={t("went.wait-late")} spread={went.waits.lateAppointment} means={t("went.wait-late-means")} />
      <Figure name={t("went.peak")} value={orNone(peak.median, n)} means={t("went.peak-means")}>
        {peak.most !== null && t("went.peak-most", { most: n(peak.most) })}
      </Figure>
      <Figure
        name={t("went.used")}
        value={percentOf({ count: capacity.servedMinutes, of: capacity.openMinutes }, t)}
        means={t("went.used-means")}
      >
        {capacity.days > 0 && <Booked {...capacity} />}
      </Figure>
      <SpreadFigure name={t("went.overtime")} spread={capacity.overtime} means={t("went.overtime-means")} />
      <Figure name={t("went.third-free")} value={daysOf(thirdFree, t)} means={t("went.third-free-means")}>
        {thirdFree.count > 0 && t("went.third-free-nights", { count: thirdFree.count })}
      </Figure>
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  /** null: not recorded */
  readonly value: string | null;
  readonly means: string;
  readonly children?: ReactNode;
}

function Figure({ name, value, means, children }: FigureProps) {
  const t = useText();
  return (
    <div className="sheet">
      <dt>{name}</dt>
      <dd>
        {value === null ? t("charts.not-recorded") : <span className="went__value">{value}</span>} {children}
        <details>
          <summary>
            {t("went.definition")}
            <span className="visually-hidden"> {name}</span>
          </summary>
          <p>{means}</p>
        </details>
      </dd>
    </div>
  );
}

function SpreadFigure({ name, spread, means }: { name: string; spread: Spread; means: string }) {
  const t = useText();
  const n = useNumbers();
  const value = spread.median === null ? null : t("went.minutes", { minutes: n(spread.median) });
  return (
    <Figure name={name} value={value} means={means}>
      {spread.nineOfTen !== null && t("went.nine-of-ten", { minutes: n(spread.nineOfTen), part: n(spread.count) })}
    </Figure>
  );
}

/** What was not recorded is not zero. */
const percentOf = ({ count, of }: Share, t: Text): string | null =>
  of === 0 ? null : t("went.percent", { percent: Math.round((count / of) * 100) });

function Booked({ bookedMinutes, openMinutes }: HowItWent["capacity"]) {
  const t = useText();
  const n = useNumbers();
  const hours = n(Math.round(openMinutes / 60));
  const percent = openMinutes === 0 ? 0 : Math.round((bookedMinutes / openMinutes) * 100);
  return t("went.used-booked", { percent, hours });
}

function daysOf({ count, median }: HowItWent["thirdFree"], t: Text): string | null {
  if (count === 0) return null;
  return median === null ? t("went.third-free-none") : t("went.days", { count: median });
}

const orNone = (value: number | null, n: (value: number) => string): string | null =>
  value === null ? null : n(value);
