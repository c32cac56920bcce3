import { getRouteApi } from "@tanstack/react-router";

const route = getRouteApi("/staff/offices/$office/why/$date");

/** The address of the explanation, and the ways to change it. */
export function useWhyAddress() {
  const { office, date } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return {
    office,
    date,
    search,
    openDate: (day: string) => void navigate({ params: { office, date: day }, search }),
    chooseService: (service: string) => void navigate({ params: { office, date }, search: { service }, replace: true }),
  };
}
