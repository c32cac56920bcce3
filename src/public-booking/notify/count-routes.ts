import { administeredOffice } from "../../identity/office-access.ts";
import { ofOffice, problems, type StaffRouteDeps } from "../../identity/staff-routes.ts";
import { acrossOffices } from "../../platform/database/sql.ts";
import type { App } from "../../platform/http/server.ts";
import { wishCountsResponse } from "./contract.ts";
import { countWaiting } from "./notify-sql.ts";

/** For the head: how many wait, and for which days. */
export async function wishCountRoutes(app: App, { db, authenticate }: StaffRouteDeps): Promise<void> {
  const schema = { params: ofOffice, response: { 200: wishCountsResponse, ...problems } };
  app.get("/api/offices/:office/wishes", { schema }, async (request) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    return { counts: await db.read({ office: office.id }, (tx) => countWaiting(acrossOffices(tx))) };
  });
}
