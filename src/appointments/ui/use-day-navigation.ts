import { getRouteApi } from "@tanstack/react-router";
import { useText } from "../../kit/text.tsx";
import { type DaySearch, type Intent, withPanel } from "./day-search.ts";
import { catchLetters, dropLetters } from "./first-letters.ts";
import type { DayLook } from "./look.ts";
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
  const t = useText();
  const begin = (to: string, form: DaySearch) => {
    if (search.panel !== form.panel)
      catchLetters(t(form.panel === "walk-in" ? "plan.walk-in-title" : "plan.new-title"));
    go(to, form);
  };
  return {
    /** An open form wants a place: the plan serves it */
    isPlacing,
    openNew: (service?: string) => begin(date, withPanel(search, { panel: "new", ...(service && { service }) })),
    /** A citizen at the counter is booked today, whichever day is shown */
    openWalkIn: (today: string, { queue, service }: Pick<DaySearch, "queue" | "service">) =>
      begin(today, withPanel(search, { panel: "walk-in", queue, service })),
    openAppointment: (panel: string, intent?: Intent) =>
      go(date, withPanel(search, { panel, ...(intent && { intent }) })),
    /** A free place was chosen: the open form takes it, or else a new one opens on it. */
    pick: ({ date: to, time, queue }: Slot) => {
      if (isPlacing) go(to, { ...search, time, queue }, true);
      else begin(to, withPanel(search, { panel: "new", time, queue }));
    },
    closePanel: () => {
      dropLetters();
      go(date, withPanel(search));
    },
    openDay: (to: string) => go(to, onOtherDay(search)),
    /** Another order or other filters: what is open stays open */
    show: (look: DayLook) => go(date, { ...search, ignored: undefined, ...look }, true),
  };
}

/** A form that wants a place goes along to another day, to find one there; whatever else was open stays behind. */
export const onOtherDay = (search: DaySearch): DaySearch =>
  withPanel(search, wantsPlace(search) ? { panel: search.panel, intent: search.intent } : {});

const wantsPlace = ({ panel, intent }: DaySearch): boolean =>
  panel === "new" || panel === "walk-in" || intent === "move" || intent === "edit";
