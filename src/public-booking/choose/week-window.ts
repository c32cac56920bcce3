/** Which weeks of an office are shown together. Pure. */

/** So many at once: most offices give their times a month ahead, which is seen whole then. */
export const WEEKS = 5;

interface WeeksToShow {
  readonly today: Temporal.PlainDate;
  /** Of which anything is open */
  readonly last: Temporal.PlainDate;
  /** The first that can be had */
  readonly from: Temporal.PlainDate;
  /** A day that is to be among them; null: they begin with the first that can be had */
  readonly on: Temporal.PlainDate | null;
}

interface WeekWindow {
  /** A Monday, and a Sunday */
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** A day of the weeks beside them; null: none of those can be had */
  readonly before: Temporal.PlainDate | null;
  readonly after: Temporal.PlainDate | null;
}

/** Five by five from the week of the first day that can be had, none that is over, and none of which nothing is open. */
export function weekWindow({ today, last, from: wanted, on }: WeeksToShow): WeekWindow {
  const [earliest, latest, first] = [today, last, wanted].map(mondayBefore) as Mondays;
  const wish = on ? within(mondayBefore(on), earliest, latest) : first;
  const steps = Math.floor(weeksBetween(first, wish) / WEEKS);
  const begin = within(first.add({ weeks: steps * WEEKS }), earliest, latest);
  const next = begin.add({ weeks: WEEKS });
  const hasNext = weeksBetween(next, latest) >= 0;
  return {
    from: begin,
    to: (hasNext ? next : latest.add({ weeks: 1 })).subtract({ days: 1 }),
    before: begin.equals(earliest) ? null : within(begin.subtract({ weeks: WEEKS }), earliest, latest),
    after: hasNext ? next : null,
  };
}

export const mondayBefore = (date: Temporal.PlainDate): Temporal.PlainDate =>
  date.subtract({ days: date.dayOfWeek - 1 });

type Mondays = [Temporal.PlainDate, Temporal.PlainDate, Temporal.PlainDate];

/** Of two Mondays; negative: the other way round */
const weeksBetween = (a: Temporal.PlainDate, b: Temporal.PlainDate): number =>
  a.until(b, { largestUnit: "day" }).days / 7;

function within(date: Temporal.PlainDate, earliest: Temporal.PlainDate, latest: Temporal.PlainDate) {
  if (weeksBetween(date, earliest) > 0) return earliest;
  return weeksBetween(latest, date) > 0 ? latest : date;
}
