import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type AdministeredOffice, administeredOffice } from "../../identity/office-access.ts";
import { ofOffice, problems, type StaffRouteDeps, seen } from "../../identity/staff-routes.ts";
import type { App } from "../../platform/http/server.ts";
import { requiredVersionIn, sendVersioned } from "../../platform/http/versions.ts";
import { officeDrawsResponse, ownDrawsResponse, placesRequest } from "../contract.ts";
import { changePlaces, endPlaces } from "./change-places.ts";
import { drawsOfOffice } from "./draws-of-office.ts";

/** What an office gives by draw: its head sees and changes it. */
export async function drawPlacesRoutes(app: App, { db, clock, authenticate }: StaffRouteDeps): Promise<void> {
  const officeOf = async (request: FastifyRequest<{ Params: { office: string } }>): Promise<AdministeredOffice> =>
    administeredOffice(await authenticate(request), request.params.office);

  const look = { schema: { params: ofOffice, response: { 200: officeDrawsResponse, ...problems } } };
  app.get("/api/offices/:office/draws", look, async (request) => {
    const office = await officeOf(request);
    return db.read({ office: office.id }, (tx) => drawsOfOffice(tx, office));
  });

  const params = ofOffice.extend({ service: z.string().max(40) });
  const response = { 200: ownDrawsResponse, ...problems };
  const change = { schema: { params, headers: seen, body: placesRequest, response } };
  app.put("/api/offices/:office/draws/:service", change, async (request, reply) => {
    const office = await officeOf(request);
    const of = { service: request.params.service, version: requiredVersionIn(request), now: clock() };
    const own = await db.write({ office: office.id }, (tx) => changePlaces(tx, office, request.body, of));
    return sendVersioned(reply, own);
  });

  app.delete(
    "/api/offices/:office/draws/:service",
    { schema: { params, headers: seen, response } },
    async (request, reply) => {
      const office = await officeOf(request);
      const of = { service: request.params.service, version: requiredVersionIn(request), now: clock() };
      return sendVersioned(reply, await db.write({ office: office.id }, (tx) => endPlaces(tx, office, of)));
    },
  );
}
