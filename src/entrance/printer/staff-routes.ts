import { operableOffice } from "../../identity/office-access.ts";
import { keyed, ofOffice, problems, type StaffRouteDeps } from "../../identity/staff-routes.ts";
import { idempotencyScopeOf, onceOnly, sendOnce } from "../../platform/http/idempotency.ts";
import type { App } from "../../platform/http/server.ts";
import { printersResponse, printRequest, printResponse } from "../contract.ts";
import { officePrinters, sendPrint } from "./send-print.ts";

/** What a counter has printed. */
export function printRoutes(app: App, { db, clock, authenticate }: StaffRouteDeps): void {
  const list = { schema: { params: ofOffice, response: { 200: printersResponse, ...problems } } };
  app.get("/api/offices/:office/printers", list, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, (tx) => officePrinters(tx, office, clock()));
  });

  const print = {
    schema: { params: ofOffice, headers: keyed, body: printRequest, response: { 201: printResponse, ...problems } },
  };
  app.post("/api/offices/:office/prints", print, async (request, reply) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const now = clock();
    const scope = idempotencyScopeOf(request, "print number", office.id, office.employeeId);
    const answer = await db.write({ office: office.id }, (tx) =>
      onceOnly(tx, { scope, status: 201, now }, () => sendPrint(tx, office, request.body, now)),
    );
    return sendOnce(reply, answer);
  });
}
