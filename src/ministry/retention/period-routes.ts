import { problems, type StaffRouteDeps, seen } from "../../identity/staff-routes.ts";
import type { App } from "../../platform/http/server.ts";
import { requiredVersionIn, sendVersioned } from "../../platform/http/versions.ts";
import {
  retentionPeriodResponse,
  retentionPreviewRequest,
  retentionRequest,
  rulingPreviewResponse,
} from "../contract.ts";
import { rulingHandlers } from "../routes-common.ts";
import { changeRetention, previewRetention, retentionPeriod } from "./period.ts";

const PATH = "/api/ministry/retention";

export async function retentionPeriodRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { look, act } = rulingHandlers(deps);
  const response = { 200: retentionPeriodResponse, ...problems };

  app.get(PATH, { schema: { response } }, async (request, reply) =>
    sendVersioned(reply, await look(request, retentionPeriod)),
  );

  const preview = { schema: { body: retentionPreviewRequest, response: { 200: rulingPreviewResponse, ...problems } } };
  app.post(`${PATH}/preview`, preview, (request) =>
    look(request, (tx, ministry, now) => previewRetention(tx, ministry, request.body.days, now)),
  );

  const change = { schema: { headers: seen, body: retentionRequest, response } };
  app.put(PATH, change, async (request, reply) => {
    const wanted = { version: requiredVersionIn(request), request: request.body };
    return sendVersioned(reply, await act(request, (tx, ministry, now) => changeRetention(tx, ministry, wanted, now)));
  });
}
