import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { flushSync } from "react-dom";
import type { AppointmentInList } from "../../appointments/contract.ts";
import { PANEL_ID } from "../../appointments/ui/cell-focus.ts";
import { type DaySearch, type Intent, validateDaySearch, withPanel } from "../../appointments/ui/day-search.ts";
import { likelyToday } from "../../kit/dates.ts";
import { focusById, isFocusLost } from "../../kit/focus.ts";
import { usePersonSearch } from "./box/person-search.tsx";

/** From the people found on to the plan, at an appointment or at the form of a new one. */
export function useOpening() {
  const navigate = useNavigate();
  const { close } = usePersonSearch();
  const { office: shown, date = likelyToday() } = useParams({ strict: false });
  const here = validateDaySearch(useSearch({ strict: false }));
  const openDay = async (office: string, on: string, search: DaySearch) => {
    // The page must be there again before anything on it can take the focus.
    flushSync(close);
    await navigate({ to: "/offices/$office/days/$date", params: { office, date: on }, search });
    keepFocusOnPage();
  };
  return {
    openAppointment: ({ office, date: on, id }: AppointmentInList, intent?: Intent) =>
      void openDay(office, on, withPanel(here, { panel: id, ...(intent && { intent }) })),
    /** On the day that is shown; a form that is open there keeps its place. */
    openNew: (office: string) =>
      void openDay(office, date, office === shown && here.panel === "new" ? here : withPanel(here, { panel: "new" })),
  };
}

/** A panel takes the focus as it opens, but not one that was open already. */
function keepFocusOnPage(): void {
  if (isFocusLost()) focusById(document.getElementById(PANEL_ID) ? PANEL_ID : "main");
}
