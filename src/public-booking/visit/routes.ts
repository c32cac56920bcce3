import type { App } from "../../platform/http/server.ts";
import { earlierRoutes } from "../earlier/routes.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { wishLinkRoutes } from "../notify/link-routes.ts";
import { byLink } from "./by-link.ts";
import { calendarRoutes } from "./calendar/calendar-routes.ts";
import { confirmRoutes } from "./confirm-routes.ts";
import { doneRoutes } from "./done-routes.ts";
import { endRoutes } from "./end-routes.ts";
import { findRoutes } from "./find/find-routes.ts";
import { lessRoutes } from "./less/less-routes.ts";
import { linkRoutes } from "./link-routes.ts";
import { manageRoutes } from "./manage-routes.ts";
import { moveRoutes } from "./move-routes.ts";
import { needsRoutes } from "./needs/needs-routes.ts";

/** A citizen and an appointment of theirs: confirmed, shown, moved and cancelled by a link, found again without one. */
export function visitRoutes(app: App, deps: PagesDeps): void {
  const by = byLink(deps);
  linkRoutes(app, by);
  confirmRoutes(app, deps, by);
  moveRoutes(app, by);
  manageRoutes(app, deps, by);
  calendarRoutes(app, deps, by);
  lessRoutes(app, by);
  needsRoutes(app, by);
  earlierRoutes(app, deps, by);
  wishLinkRoutes(app, deps, by);
  doneRoutes(app, deps);
  endRoutes(app, deps, by);
  findRoutes(app, deps);
}
