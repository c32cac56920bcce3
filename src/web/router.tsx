import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { validateDaySearch } from "../appointments/ui/day-search.ts";
import { dayQuery, officeQuery } from "../appointments/ui/queries.ts";
import { BrokenPage } from "./pages/broken-page.tsx";
import { HomePage } from "./pages/home-page.tsx";
import { NotFoundPage } from "./pages/not-found-page.tsx";
import { SignedInPage } from "./pages/signed-in-page.tsx";
import { queryClient } from "./query-client.ts";
import { StaffLayout } from "./shell/staff-layout.tsx";

/** Every address of the staff application. */

const root = createRootRoute({ notFoundComponent: NotFoundPage, errorComponent: BrokenPage });

const signedIn = createRoute({ getParentRoute: () => root, path: "/signed-in", component: SignedInPage });

const staff = createRoute({ getParentRoute: () => root, id: "staff", component: StaffLayout });

const home = createRoute({ getParentRoute: () => staff, path: "/", component: HomePage });

const day = createRoute({
  getParentRoute: () => staff,
  path: "/offices/$office/days/$date",
  validateSearch: validateDaySearch,
  // Asked for while the page's own code is still being read; the page itself shows what comes of it.
  loader: ({ params: { office, date } }) => {
    void queryClient.prefetchQuery(officeQuery(office));
    void queryClient.prefetchQuery(dayQuery(office, date));
  },
  component: lazyRouteComponent(() => import("../appointments/ui/day-page.tsx"), "DayPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([signedIn, staff.addChildren([home, day])]),
  defaultErrorComponent: BrokenPage,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
