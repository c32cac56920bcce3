import { operableOffice } from "../identity/office-access.ts";
import { ofOffice, problems, type StaffRouteDeps } from "../identity/staff-routes.ts";
import type { App } from "../platform/http/server.ts";
import { dateOf } from "../platform/time.ts";
import { keptResponse } from "./contract.ts";
import { dueBefore } from "./rules.ts";
import { officeRetention } from "./sql.ts";

export async function retentionRoutes(app: App, { db, clock, authenticate }: StaffRouteDeps): Promise<void> {
  const options = { schema: { params: ofOffice, response: { 200: keptResponse, ...problems } } };
  app.get("/api/offices/:office/retention", options, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const today = dateOf(clock());
    const { days, tonight } = await db.read({ office: office.id }, (tx) => officeRetention(tx, office.id, today));
    return { today: String(today), days, tonight, anonymousBefore: String(dueBefore(today, days)) };
  });
}
