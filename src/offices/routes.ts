import { z } from "zod";
import { operableOffice } from "../identity/office-access.ts";
import { ofOffice, problems, type StaffRouteDeps } from "../identity/staff-routes.ts";
import type { App } from "../platform/http/server.ts";
import { officeResponse, serviceResponse } from "./contract.ts";
import { placeRoutes } from "./places/routes.ts";
import { settingsRoutes } from "./settings-routes.ts";
import { servicesOf } from "./sql.ts";
import { wholeOffice } from "./whole-office.ts";

export async function officeRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { db, clock, authenticate } = deps;
  const officeOptions = { schema: { params: ofOffice, response: { 200: officeResponse, ...problems } } };
  app.get("/api/offices/:office", officeOptions, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, (tx) => wholeOffice(tx, office, clock()));
  });

  const servicesOptions = {
    schema: { params: ofOffice, response: { 200: z.object({ services: z.array(serviceResponse) }), ...problems } },
  };
  app.get("/api/offices/:office/services", servicesOptions, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, (tx) => servicesOf(tx, office.id));
  });

  await placeRoutes(app, deps);
  await settingsRoutes(app, deps);
}
