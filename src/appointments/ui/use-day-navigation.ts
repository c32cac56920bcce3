import { getRouteApi } from "@tanstack/react-router";
import { type DaySearch, type Intent, NO_PANEL } from "./day-search.ts";
import type { Slot } from "./plan-marks.ts";

const route = getRouteApi("/staff/offices/$office/days/$date");

/** The address of the day, and the ways to change it. The address alone says what is open. */
export function useDayAddress() {
  const { office, date } = route.useParams();
  return { office, date, search: route.useSearch() };
}

export function useDayNavigation() {
  const { office, date, search } = useDayAddress();
  const navigate = route.useNavigate();
  const go = (to: string, next: DaySearch, replace = false) =>
    void navigate({ params: { office, date: to }, search: next, replace });
  const isPlacing = wantsPlace(search);
  return {
    /** An open form wants a place: the plan serves it */
    isPlacing,
    openNew: () => go(date, { panel: "new" }),
    openAppointment: (panel: string, intent?: Intent) => go(date, { panel, ...(intent && { intent }) }),
    /** A free place was chosen: the open form takes it, or else a new one opens on it. */
    pick: ({ date: to, time, queue }: Slot) =>
      go(to, isPlacing ? { ...search, time, queue } : { panel: "new", time, queue }, isPlacing),
    closePanel: () => go(date, NO_PANEL),
    openDay: (to: string) => go(to, onOtherDay(search)),
  };
}

/** A form that wants a place goes along to another day, to find one there; whatever else was open stays behind. */
export const onOtherDay = (search: DaySearch): DaySearch =>
  wantsPlace(search) ? { panel: search.panel, intent: search.intent } : NO_PANEL;

const wantsPlace = ({ panel, intent }: DaySearch): boolean => panel === "new" || intent === "move" || intent === "edit";
