import type { StaffRouteDeps } from "../identity/staff-routes.ts";
import type { App } from "../platform/http/server.ts";
import { accreditRoutes } from "./accredit/routes.ts";
import { type PartnerDeps, partnerRoutes } from "./booking/routes.ts";

/** The ministry's page of accredited systems, and what these ask. */
export async function partnersRoutes(app: App, deps: StaffRouteDeps & PartnerDeps): Promise<void> {
  await accreditRoutes(app, deps);
  await app.register(async (part) => partnerRoutes(part as App, deps));
}
