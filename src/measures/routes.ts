import { NATION } from "../identity/ministry-access.ts";
import { administeredOffice } from "../identity/office-access.ts";
import { ofOffice, problems, type StaffRouteDeps } from "../identity/staff-routes.ts";
import { closedWeeks } from "../platform/closed-weeks.ts";
import type { App } from "../platform/http/server.ts";
import { dateOf } from "../platform/time.ts";
import { howItWentParams, howItWentResponse } from "./contract.ts";
import { catalogueMinutesChanges } from "./figures/changes-sql.ts";
import { howItWent } from "./figures/how-it-went.ts";

/** «Πώς πήγε»: what closed weeks of an office came to, for its head. */
export async function measuresRoutes(app: App, { db, clock, authenticate }: StaffRouteDeps): Promise<void> {
  const options = {
    schema: { params: ofOffice, querystring: howItWentParams, response: { 200: howItWentResponse, ...problems } },
  };
  app.get("/api/offices/:office/how-it-went", options, async (request) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    const span = closedWeeks(dateOf(clock()), request.query.weeks);
    const national = await db.read({ office: NATION }, (tx) => catalogueMinutesChanges(tx, NATION, span));
    return db.read({ office: office.id }, (tx) => howItWent(tx, office, span, national));
  });
}
