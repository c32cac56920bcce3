import { shortWeekday } from "../../kit/dates.ts";
import { variables } from "../../kit/place-style.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import type { HowItWent } from "../contract.ts";

interface HalfHoursTableProps {
  readonly halfHours: HowItWent["halfHours"];
  /** So much is missing that a crowd would be shown that there was not */
  readonly isWithheld: boolean;
}

/** Weekdays down, half-hours across, a number in each cell; its shade only repeats it. */
export function HalfHoursTable({ halfHours, isWithheld }: HalfHoursTableProps) {
  const t = useText();
  const { language } = useLanguage();
  const columns = fromFirstToLast(halfHours.map(({ halfHour }) => halfHour));
  const weekdays = [...new Set(halfHours.map(({ weekday }) => weekday))];
  const most = Math.max(1, ...halfHours.map(({ waiting }) => waiting));
  const waitingAt = (weekday: number, halfHour: number) =>
    halfHours.find((each) => each.weekday === weekday && each.halfHour === halfHour)?.waiting ?? 0;
  return (
    <section className="sheet went__part" aria-labelledby="went-half-hours">
      <h2 id="went-half-hours">{t("went.half-hours")}</h2>
      {isWithheld && <p>{t("went.withheld")}</p>}
      {!isWithheld && columns.length === 0 && <p>{t("went.nobody-waited")}</p>}
      {columns.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        <div className="went__scroll" role="group" aria-labelledby="went-half-hours-table" tabIndex={0}>
          <table className="went__half-hours">
            <caption id="went-half-hours-table">{t("went.half-hours-caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("went.weekday")}</th>
                {columns.map((halfHour) => (
                  <th scope="col" key={halfHour}>
                    {clockOf(halfHour)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weekdays.map((weekday) => (
                <tr key={weekday}>
                  <th scope="row">{shortWeekday(dayOf(weekday), language)}</th>
                  {columns.map((halfHour) => {
                    const waiting = waitingAt(weekday, halfHour);
                    return (
                      <td key={halfHour} style={variables({ "--full": waiting / most })}>
                        {waiting}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** Also those between in which nobody waited. */
function fromFirstToLast(halfHours: readonly number[]): number[] {
  if (halfHours.length === 0) return [];
  const first = Math.min(...halfHours);
  return Array.from({ length: Math.max(...halfHours) - first + 1 }, (_, index) => first + index);
}

const clockOf = (halfHour: number): string => `${Math.floor(halfHour / 2)}:${halfHour % 2 === 0 ? "00" : "30"}`;

/** Any date of an ISO weekday: 5 January 2026 is a Monday. */
const dayOf = (weekday: number): string => `2026-01-${String(4 + weekday).padStart(2, "0")}`;
