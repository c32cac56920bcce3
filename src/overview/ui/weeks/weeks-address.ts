import { getRouteApi } from "@tanstack/react-router";

const route = getRouteApi("/staff/offices/$office/weeks/$week");

/** The address of the weeks, and the ways to change it. */
export function useWeeksAddress() {
  const { office, week } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return {
    office,
    week,
    search,
    showWeek: (monday: string) => void navigate({ params: { office, week: monday }, search }),
    chooseService: (service: string) => void navigate({ params: { office, week }, search: { service }, replace: true }),
    openDay: (date: string) =>
      void navigate({ to: "/offices/$office/days/$date", params: { office, date }, search: {} }),
  };
}
