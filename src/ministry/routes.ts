import { z } from "zod";
import { lastNationalActs } from "../audit/record.ts";
import type { App } from "../platform/http/server.ts";
import { offsetText } from "../platform/time.ts";
import { catalogueRoutes } from "./catalogue-routes.ts";
import { closureRoutes } from "./closure-routes.ts";
import { historyResponse, MINISTRY_ACTS, sweepResponse } from "./contract.ts";
import { holidayRoutes } from "./holiday-routes.ts";
import { type MinistryDeps, problems, ruling } from "./routes-common.ts";
import { progressOf, sweepsUnderWay } from "./sweep-sql.ts";

const LISTED = 100;

/** What the ministry's own people rule over all offices. */
export async function ministryRoutes(app: App, deps: MinistryDeps): Promise<void> {
  const { look } = ruling(deps);
  await closureRoutes(app, deps);
  await holidayRoutes(app, deps);
  await catalogueRoutes(app, deps);

  const sweeps = z.object({ sweeps: z.array(sweepResponse).describe("Those that have not reached all offices yet") });
  app.get("/api/ministry/sweeps", { schema: { response: { 200: sweeps, ...problems } } }, (request) =>
    look(request, async (tx) => ({ sweeps: [...(await progressOf(tx, await sweepsUnderWay(tx))).values()] })),
  );

  const history = { schema: { response: { 200: historyResponse, ...problems } } };
  app.get("/api/ministry/history", history, (request) =>
    look(request, async (tx, ministry) => {
      const acts = await lastNationalActs(tx, ministry, MINISTRY_ACTS, LISTED);
      return { acts: acts.map((act) => ({ ...act, at: offsetText(act.at) })) };
    }),
  );
}
