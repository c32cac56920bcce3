import { operableOffice } from "../identity/office-access.ts";
import { ofOffice, problems, type StaffRouteDeps } from "../identity/staff-routes.ts";
import { noticeLook } from "../onboarding/notice-step.ts";
import type { App } from "../platform/http/server.ts";
import { ruleChangeHandlers } from "../proposals/rule-change-handlers.ts";
import { queuesResponse } from "./contract.ts";
import { exceptionRoutes } from "./exceptions/routes.ts";
import { countVersionsAround } from "./existing.ts";
import { historyRoutes } from "./history-routes.ts";
import { queuesOfOffice } from "./list.ts";
import { publicityRoutes, queueItselfRoutes } from "./queue-routes.ts";
import { servingRoutes } from "./serving-routes.ts";

/** «Διαχείριση ουρών εξυπηρέτησης» (circular §Γ): operators see them, the administrator rules. */
export async function queueRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { db, clock, authenticate } = deps;
  const list = { schema: { params: ofOffice, response: { 200: queuesResponse, ...problems } } };
  app.get("/api/offices/:office/queues", list, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    await noticeLook(db, office, "queues-viewed", clock());
    return db.read({ office: office.id }, (tx) => queuesOfOffice(tx, office, clock()));
  });
  const rule = ruleChangeHandlers(deps, countVersionsAround);
  queueItselfRoutes(app, rule);
  publicityRoutes(app, rule);
  servingRoutes(app, rule);
  historyRoutes(app, deps);
  exceptionRoutes(app, deps, rule);
}
