import type { StaffRouteDeps } from "../identity/staff-routes.ts";
import type { App } from "../platform/http/server.ts";
import { drawNeedRoutes } from "./need/routes.ts";
import { drawPlacesRoutes } from "./places/routes.ts";
import { drawTermsRoutes } from "./terms/routes.ts";

/** What ministry, heads and clerks do about draws; but for wishes by telephone, which become visits as citizens' do. */
export async function drawRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  await drawTermsRoutes(app, deps);
  await drawPlacesRoutes(app, deps);
  await drawNeedRoutes(app, deps);
}
