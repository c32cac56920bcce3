import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { officeQuery, weeksQuery } from "../../appointments/ui/queries.ts";
import { useText } from "../../kit/text.tsx";
import type { DayCalendarProps } from "../../kit/ui/day-calendar.tsx";
import { LazyDayCalendar } from "../../kit/ui/lazy-day-calendar.ts";
import { MONTH_WEEKS, mondayOf } from "../../kit/weeks-range.ts";
import { takenNote } from "./taken-notes.ts";

interface TakenCalendarProps extends DayCalendarProps {
  readonly office: string;
  /** null: the whole office closes */
  readonly queue: number | null;
}

/** A month with the appointments of each day to come, and the days on which nobody serves anyway. */
export function TakenCalendar({ office, queue, ...calendar }: TakenCalendarProps) {
  const t = useText();
  const [first, setFirst] = useState(`${calendar.date.slice(0, 7)}-01`);
  const { data: services } = useQuery({ ...officeQuery(office), select: (known) => known.services });
  // How many appointments there are is the same whatever room is counted in.
  const service = services?.[0]?.code ?? "";
  const weeks = useQuery({ ...weeksQuery(office, mondayOf(first), service, MONTH_WEEKS), enabled: service !== "" });
  const days = weeks.data?.days ?? [];
  const name = weeks.data?.queues.find(({ number }) => number === queue)?.name;
  const notes = {
    of: (date: string) => {
      const day = days.find((each) => each.date === date);
      return day ? takenNote(day, queue, t) : null;
    },
    legend: name ? t("rules.calendar-taken-of", { queue: name }) : t("rules.calendar-taken"),
  };
  return <LazyDayCalendar {...calendar} notes={notes} onMonth={setFirst} />;
}
