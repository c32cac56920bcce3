import { operableOffice } from "../../identity/office-access.ts";
import { keyed, problems, type StaffRouteDeps } from "../../identity/staff-routes.ts";
import { idempotencyScopeOf, onceOnly, sendOnce } from "../../platform/http/idempotency.ts";
import type { App } from "../../platform/http/server.ts";
import { drawParams, needInVainRequest, needInVainResponse, needRequest, needResponse } from "../contract.ts";
import { noteNeedInVain } from "./need-in-vain.ts";
import { showNeed } from "./show-need.ts";

/** Places before the draw, at the counter, and who came for one in vain. */
export async function drawNeedRoutes(app: App, { db, clock, authenticate }: StaffRouteDeps): Promise<void> {
  const schema = {
    params: drawParams,
    headers: keyed,
    body: needRequest,
    response: { 201: needResponse, ...problems },
  };
  app.post("/api/offices/:office/draws/:draw/need", { schema }, async (request, reply) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const { draw } = request.params;
    const now = clock();
    const scope = idempotencyScopeOf(request, `need in draw ${draw}`, office.id, office.employeeId);
    const answer = await db.write({ office: office.id }, (tx) =>
      onceOnly(tx, { scope, status: 201, now }, () => showNeed(tx, office, request.body, { draw, now })),
    );
    return sendOnce(reply, answer);
  });
  const inVain = {
    params: drawParams,
    headers: keyed,
    body: needInVainRequest,
    response: { 201: needInVainResponse, ...problems },
  };
  app.post("/api/offices/:office/draws/:draw/need/in-vain", { schema: inVain }, async (request, reply) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const { draw } = request.params;
    const noted = { draw, by: request.body.takeBack ? -1 : 1 } as const;
    const now = clock();
    const scope = idempotencyScopeOf(request, `need in vain in draw ${draw}`, office.id, office.employeeId);
    const answer = await db.write({ office: office.id }, (tx) =>
      onceOnly(tx, { scope, status: 201, now }, async () => ({ inVain: await noteNeedInVain(tx, office, noted, now) })),
    );
    return sendOnce(reply, answer);
  });
}
