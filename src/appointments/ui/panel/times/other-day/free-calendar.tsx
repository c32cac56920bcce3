import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useText } from "../../../../../kit/text.tsx";
import type { DayCalendarProps, DayNote } from "../../../../../kit/ui/day-calendar.tsx";
import { LazyDayCalendar } from "../../../../../kit/ui/lazy-day-calendar.ts";
import { lastOfMonth, MONTH_WEEKS, mondayOf } from "../../../../../kit/weeks-range.ts";
import { weeksQuery } from "../../../queries.ts";
import { daysWithout } from "../being-filled.ts";
import { freeTimesQuery } from "../free-times.ts";
import type { Times } from "../use-times.ts";
import { fullWords, gridDay, shortWords } from "./grid-days.ts";

interface FreeCalendarProps extends DayCalendarProps {
  readonly terms: Times["terms"];
  readonly fillings: Times["fillings"];
  readonly queue: number | null;
  readonly today: string;
}

/** A month with the free times of each day, as the weeks beside it count them. */
export function FreeCalendar({ terms, fillings, queue, ...calendar }: FreeCalendarProps) {
  const t = useText();
  const { date, today } = calendar;
  const [first, setFirst] = useState(`${date.slice(0, 7)}-01`);
  const last = lastOfMonth(first);
  const isPresent = first <= today && today <= last;
  const { data: free } = useQuery({
    ...freeTimesQuery(terms, isPresent ? today : first, last),
    enabled: last >= today,
  });
  const { data: rooms } = useQuery(weeksQuery(terms.office, mondayOf(first), terms.service, MONTH_WEEKS));
  const days = free && daysWithout(free.days, fillings, terms.minutes);
  const noteOf = (of: string): DayNote | null => {
    const day = gridDay(of, { today, queue, days, rooms: rooms?.days });
    if (day.state === "past" || day.state === "unknown") return null;
    const short = day.state === "free" ? String(day.free) : shortWords(day, t);
    return { short, words: fullWords(day, t), isShut: day.state === "closed" };
  };
  const notes = { of: noteOf, legend: t("panel.calendar-free") };
  return <LazyDayCalendar {...calendar} notes={notes} onMonth={setFirst} />;
}
