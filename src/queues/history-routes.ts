import { z } from "zod";
import { administeredOffice, operableOffice } from "../identity/office-access.ts";
import { ofOffice, problems, type StaffRouteDeps } from "../identity/staff-routes.ts";
import type { App } from "../platform/http/server.ts";
import { changeHistoryResponse, undoneResponse } from "./contract.ts";
import { changeHistory } from "./history.ts";
import { undoChange } from "./undo.ts";

/** The changes of rules that were made: read by operators, taken back by the administrator. */
export function historyRoutes(app: App, { db, clock, authenticate }: StaffRouteDeps): void {
  const page = z.strictObject({ before: z.uuid().optional().describe("Of an earlier answer: what came before it") });
  const history = {
    schema: { params: ofOffice, querystring: page, response: { 200: changeHistoryResponse, ...problems } },
  };
  app.get("/api/offices/:office/rule-changes", history, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, (tx) => changeHistory(tx, office, request.query.before ?? null));
  });

  const undo = {
    schema: { params: ofOffice.extend({ id: z.uuid() }), response: { 200: undoneResponse, ...problems } },
  };
  app.post("/api/offices/:office/rule-changes/:id/undo", undo, async (request) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    return db.write({ office: office.id }, (tx) => undoChange(tx, office, request.params.id, clock()));
  });
}
