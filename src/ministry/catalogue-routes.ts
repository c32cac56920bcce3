import { z } from "zod";
import { keyed, problems, type StaffRouteDeps, seen } from "../identity/staff-routes.ts";
import type { App } from "../platform/http/server.ts";
import { requiredVersionIn } from "../platform/http/versions.ts";
import { addService, changeService, listServices, previewService } from "./catalogue.ts";
import {
  catalogueResponse,
  newServiceRequest,
  ruledResponse,
  rulingPreviewResponse,
  servicePatch,
} from "./contract.ts";
import { rulingHandlers } from "./routes-common.ts";

const base = "/api/ministry/services";

/** The catalogue of services. */
export async function catalogueRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { look, act, once } = rulingHandlers(deps);
  const params = z.object({ code: z.string() });

  app.get(base, { schema: { response: { 200: catalogueResponse, ...problems } } }, (request) =>
    look(request, listServices),
  );

  const preview = { schema: { params, response: { 200: rulingPreviewResponse, ...problems } } };
  app.post(`${base}/:code/preview`, preview, (request) =>
    look(request, (tx, ministry, now) => previewService(tx, ministry, request.params.code, now)),
  );

  const add = { schema: { headers: keyed, body: newServiceRequest, response: { 201: ruledResponse, ...problems } } };
  app.post(base, add, (request, reply) =>
    once(request, reply, "add service", (tx, ministry, now) => addService(tx, ministry, request.body, now)),
  );

  const change = {
    schema: { params, headers: seen, body: servicePatch, response: { 200: ruledResponse, ...problems } },
  };
  app.patch(`${base}/:code`, change, (request) =>
    act(request, (tx, ministry, now) => {
      const wanted = { code: request.params.code, version: requiredVersionIn(request), patch: request.body };
      return changeService(tx, ministry, wanted, now);
    }),
  );
}
