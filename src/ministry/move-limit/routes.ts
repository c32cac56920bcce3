import { problems, type StaffRouteDeps, seen } from "../../identity/staff-routes.ts";
import type { App } from "../../platform/http/server.ts";
import { requiredVersionIn, sendVersioned } from "../../platform/http/versions.ts";
import { moveLimitRequest, moveLimitResponse } from "../contract.ts";
import { rulingHandlers } from "../routes-common.ts";
import { changeMoveLimit, moveLimit } from "./move-limit.ts";

const PATH = "/api/ministry/move-limit";

export async function moveLimitRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { look, act } = rulingHandlers(deps);
  const response = { 200: moveLimitResponse, ...problems };

  app.get(PATH, { schema: { response } }, async (request, reply) =>
    sendVersioned(reply, await look(request, moveLimit)),
  );

  const change = { schema: { headers: seen, body: moveLimitRequest, response } };
  app.put(PATH, change, async (request, reply) => {
    const wanted = { version: requiredVersionIn(request), ...request.body };
    return sendVersioned(reply, await act(request, (tx, ministry, now) => changeMoveLimit(tx, ministry, wanted, now)));
  });
}
