import { z } from "zod";
import type { StaffRouteDeps } from "../../identity/staff-routes.ts";
import { problems } from "../../identity/staff-routes.ts";
import type { App } from "../../platform/http/server.ts";
import { placesResponse } from "../contract.ts";
import { findPlaces } from "./find-places.ts";
import { officesOfCountry } from "./offices-of-country.ts";

/** What an employee looks for an office by: any of its names or numbers. */
const placesQuery = z.object({
  where: z.string().max(100).describe("Its name, municipality, region, street, postcode, telephone or code"),
  own: z.literal("1").optional().describe("Only among the employee's own offices"),
});

/** A list that one looks through; who means another says more of it. */
const MOST = 50;

/** Where employees look for an office, in all of the country or among their own: as citizens do. */
export async function placeRoutes(app: App, { db, authenticate }: StaffRouteDeps): Promise<void> {
  const schema = { querystring: placesQuery, response: { 200: placesResponse, ...problems } };
  app.get("/api/office-finder", { schema }, async (request) => {
    const { memberships } = await authenticate(request);
    const { where, own } = request.query;
    const { offices, isUnknown } = findPlaces(await officesOfCountry(db), where);
    const among = own ? offices.filter(({ code }) => memberships.some((office) => office.code === code)) : offices;
    return {
      offices: among.slice(0, MOST).map(({ code, name, municipality }) => ({ code, name, municipality })),
      isUnknown: isUnknown || among.length === 0,
    };
  });
}
