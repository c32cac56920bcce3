import type { FastifyRequest } from "fastify";
import type pg from "pg";
import { appointmentRoutes } from "./appointments/routes.ts";
import { diaryRoutes } from "./diary/routes.ts";
import { authenticate } from "./identity/authenticate.ts";
import type { IdentityDeps } from "./identity/deps.ts";
import { identityRoutes } from "./identity/routes.ts";
import { sessionOf } from "./identity/signed-in-first.ts";
import { liveRoutes } from "./live/routes.ts";
import { ministryRoutes } from "./ministry/routes.ts";
import { officeRoutes } from "./offices/routes.ts";
import { overviewRoutes } from "./overview/routes.ts";
import { compression } from "./platform/http/compression.ts";
import { healthRoutes } from "./platform/http/health.ts";
import { openApi } from "./platform/http/openapi.ts";
import { BUILT_PAGES, pages } from "./platform/http/pages.ts";
import { type App, createServer } from "./platform/http/server.ts";
import { ruleRoutes } from "./proposals/routes.ts";
import { searchRoutes } from "./search/routes.ts";

export interface AppDeps extends IdentityDeps {
  readonly pool: pg.Pool;
  /** Where notices are heard */
  listenUrl(): string;
}

/** The table of contents: what the program answers, module by module. */
export async function buildApp(deps: AppDeps): Promise<App> {
  const app = await createServer({ config: deps.config, logger: deps.log, formTargets: deps.provider.origins });
  await compression(app);
  await openApi(app);
  healthRoutes(app, deps.pool);
  await identityRoutes(app, deps);
  const staff = {
    db: deps.db,
    clock: deps.clock,
    authenticate: async (request: FastifyRequest) => sessionOf(request).actor,
  };
  await officeRoutes(app, staff);
  await appointmentRoutes(app, staff);
  await searchRoutes(app, staff);
  await ruleRoutes(app, { ...staff, publicBooking: deps.config.PUBLIC_BOOKING });
  await ministryRoutes(app, staff);
  await overviewRoutes(app, staff);
  await liveRoutes(app, {
    ...staff,
    listenUrl: deps.listenUrl,
    authenticate: (request) => authenticate(deps, request),
  });
  await diaryRoutes(app, staff);
  await pages(app, BUILT_PAGES);
  return app;
}
