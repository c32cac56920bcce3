import { problems, type StaffRouteDeps, seen } from "../../identity/staff-routes.ts";
import type { App } from "../../platform/http/server.ts";
import { requiredVersionIn, sendVersioned } from "../../platform/http/versions.ts";
import { needsOfferResponse, switchRequest } from "../contract.ts";
import { rulingHandlers } from "../routes-common.ts";
import { needsOffer, switchNeeds } from "./needs.ts";

const PATH = "/api/ministry/needs";

export async function needsOfferRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { look, act } = rulingHandlers(deps);
  const response = { 200: needsOfferResponse, ...problems };

  app.get(PATH, { schema: { response } }, async (request, reply) =>
    sendVersioned(reply, await look(request, needsOffer)),
  );

  const change = { schema: { headers: seen, body: switchRequest, response } };
  app.put(PATH, change, async (request, reply) => {
    const wanted = { version: requiredVersionIn(request), ...request.body };
    return sendVersioned(reply, await act(request, (tx, ministry, now) => switchNeeds(tx, ministry, wanted, now)));
  });
}
