import { z } from "zod";
import { MINISTRY_ACTS } from "../audit/acts.ts";
import { lastNationalActs } from "../audit/record.ts";
import { problems, type StaffRouteDeps } from "../identity/staff-routes.ts";
import type { App } from "../platform/http/server.ts";
import { offsetText } from "../platform/time.ts";
import { catalogueRoutes } from "./catalogue-routes.ts";
import { closureRoutes } from "./closure-routes.ts";
import { rulingHistoryResponse, sweepResponse } from "./contract.ts";
import { holidayRoutes } from "./holiday-routes.ts";
import { languageRoutes } from "./languages/routes.ts";
import { letterFrameRoutes } from "./letter-frame-routes.ts";
import { moveLimitRoutes } from "./move-limit/routes.ts";
import { needsOfferRoutes } from "./needs/routes.ts";
import { nationalOnboardingRoutes } from "./onboarding/routes.ts";
import { publicBookingRoutes } from "./public-booking/routes.ts";
import { retentionPeriodRoutes } from "./retention/period-routes.ts";
import { rulingHandlers } from "./routes-common.ts";
import { progressOf, sweepsUnderWay } from "./sweep-sql.ts";
import { translationRoutes } from "./translations/routes.ts";
import { wordsRoutes } from "./words/routes.ts";

const LISTED = 50;

/** What the ministry's own people rule over all offices. */
export async function ministryRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { look } = rulingHandlers(deps);
  await closureRoutes(app, deps);
  await holidayRoutes(app, deps);
  await catalogueRoutes(app, deps);
  await wordsRoutes(app, deps);
  await letterFrameRoutes(app, deps);
  await languageRoutes(app, deps);
  await needsOfferRoutes(app, deps);
  await moveLimitRoutes(app, deps);
  await translationRoutes(app, deps);
  await retentionPeriodRoutes(app, deps);
  await publicBookingRoutes(app, deps);
  await nationalOnboardingRoutes(app, deps);

  const sweeps = z.object({ sweeps: z.array(sweepResponse).describe("Those that have not reached all offices yet") });
  app.get("/api/ministry/sweeps", { schema: { response: { 200: sweeps, ...problems } } }, (request) =>
    look(request, async (tx) => ({ sweeps: [...(await progressOf(tx, await sweepsUnderWay(tx))).values()] })),
  );

  const page = z.strictObject({ before: z.uuid().optional().describe("Of an earlier answer: what came before it") });
  const history = { schema: { querystring: page, response: { 200: rulingHistoryResponse, ...problems } } };
  app.get("/api/ministry/history", history, (request) =>
    look(request, async (tx, ministry) => {
      const found = await lastNationalActs(tx, ministry, MINISTRY_ACTS, {
        before: request.query.before ?? null,
        limit: LISTED + 1,
      });
      const acts = found.slice(0, LISTED).map((act) => ({ ...act, at: offsetText(act.at) }));
      return { acts, next: found.length > LISTED ? (acts.at(-1)?.id ?? null) : null };
    }),
  );
}
