import { z } from "zod";
import { servicesMeant } from "../catalogue/catalogue-search.ts";
import { operableOffice } from "../identity/office-access.ts";
import { ofOffice, problems, type StaffRouteDeps } from "../identity/staff-routes.ts";
import type { App } from "../platform/http/server.ts";
import { officeResponse, serviceResponse, serviceSearchRequest, serviceSearchResponse } from "./contract.ts";
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

  // Posted, for a clerk who has not looked up may type a name here: no address holds it.
  const searchOptions = {
    schema: { params: ofOffice, body: serviceSearchRequest, response: { 200: serviceSearchResponse, ...problems } },
  };
  app.post("/api/offices/:office/service-searches", searchOptions, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const [{ services: offered }, meant] = await Promise.all([
      db.read({ office: office.id }, (tx) => servicesOf(tx, office.id)),
      servicesMeant(db, request.body.text),
    ]);
    const isOffered = (service: string) => offered.some(({ code }) => code === service);
    return { services: meant.services.map(({ service }) => service).filter(isOffered) };
  });

  await placeRoutes(app, deps);
  await settingsRoutes(app, deps);
}
