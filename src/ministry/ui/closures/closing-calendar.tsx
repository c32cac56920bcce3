import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNumbers, useText } from "../../../kit/text.tsx";
import type { DayCalendarProps, DayNote } from "../../../kit/ui/day-calendar.tsx";
import { LazyDayCalendar } from "../../../kit/ui/lazy-day-calendar.ts";
import { takenQuery } from "../queries.ts";

/** A month with the appointments that a region's offices have on each day to come: whom a closure would concern. */
export function ClosingCalendar({ region, ...calendar }: DayCalendarProps & { readonly region: string }) {
  const t = useText();
  const n = useNumbers();
  const [month, setMonth] = useState(calendar.date.slice(0, 7));
  const { data } = useQuery(takenQuery(region, month));
  const noteOf = (date: string): DayNote | null => {
    if (!data || !date.startsWith(month) || (calendar.today !== null && date < calendar.today)) return null;
    const count = data.days.find((day) => day.date === date)?.appointments ?? 0;
    if (count === 0) return { short: "–", words: t("ministry.day-none"), isShut: false };
    return { short: n(count), words: t("ministry.day-count", { count, n: n(count) }), isShut: false };
  };
  const notes = { of: noteOf, legend: t("ministry.calendar-taken", { region }) };
  return <LazyDayCalendar {...calendar} notes={notes} onMonth={(first) => setMonth(first.slice(0, 7))} />;
}
