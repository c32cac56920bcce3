import { administeredOffice } from "../../identity/office-access.ts";
import { ofOffice, problems, type StaffRouteDeps } from "../../identity/staff-routes.ts";
import type { App } from "../../platform/http/server.ts";
import { dateOf } from "../../platform/time.ts";
import { COUNTED_DAYS, hoardingResponse } from "./contract.ts";
import type { HoardingTally } from "./tally.ts";
import { countsUntil } from "./tally-sql.ts";

/** For the head: how often citizens were asked or refused something, in numbers. */
export async function hoardingRoutes(
  app: App,
  { db, clock, authenticate }: StaffRouteDeps,
  tally: HoardingTally,
): Promise<void> {
  const schema = { params: ofOffice, response: { 200: hoardingResponse, ...problems } };
  app.get("/api/offices/:office/hoarding", { schema }, async (request) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    await tally.write();
    const counts = await db.read({ office: office.id }, (tx) => countsUntil(tx, office.id, dateOf(clock())));
    return { days: COUNTED_DAYS, counts } as const;
  });
}
