import { operableOffice } from "../identity/office-access.ts";
import { ofOffice, problems, type StaffRouteDeps } from "../identity/staff-routes.ts";
import type { App } from "../platform/http/server.ts";
import { namesakesRequest, namesakesResponse, searchRequest, searchResponse } from "./contract.ts";
import { namesakes } from "./namesakes.ts";
import { search } from "./search.ts";

/** Questions with names in them: posted, so that no address holds one. They write, because each leaves its record. */
export async function searchRoutes(app: App, { db, clock, authenticate }: StaffRouteDeps): Promise<void> {
  const searchOptions = {
    schema: { params: ofOffice, body: searchRequest, response: { 200: searchResponse, ...problems } },
  };
  app.post("/api/offices/:office/appointment-searches", searchOptions, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const { text } = request.body;
    return db.write({ office: office.id }, (tx) => search(tx, office, text, clock()));
  });

  const namesOptions = {
    schema: { params: ofOffice, body: namesakesRequest, response: { 200: namesakesResponse, ...problems } },
  };
  app.post("/api/offices/:office/namesakes", namesOptions, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const { body } = request;
    return db.write({ office: office.id }, (tx) => namesakes(tx, office, body, clock()));
  });
}
