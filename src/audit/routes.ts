import { administeredOffice } from "../identity/office-access.ts";
import { ofOffice, problems, type StaffRouteDeps } from "../identity/staff-routes.ts";
import type { App } from "../platform/http/server.ts";
import { trailParams, trailResponse } from "./contract.ts";
import { trailOf } from "./trail/trail.ts";

/** «Ποιος είδε τι»: for the head, of one office. */
export async function auditRoutes(app: App, { db, clock, authenticate }: StaffRouteDeps): Promise<void> {
  const options = {
    exposeHeadRoute: false,
    schema: { params: ofOffice, querystring: trailParams, response: { 200: trailResponse, ...problems } },
  };
  app.get("/api/offices/:office/audit", options, async (request) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    return db.write({ office: office.id }, (tx) => trailOf(tx, office, request.query, clock()));
  });
}
