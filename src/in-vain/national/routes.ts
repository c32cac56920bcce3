import { z } from "zod";
import { problems, type StaffRouteDeps } from "../../identity/staff-routes.ts";
import { rulingHandlers } from "../../ministry/routes-common.ts";
import type { App } from "../../platform/http/server.ts";
import {
  inVainServiceParams,
  inVainServiceResponse,
  inVainServicesParams,
  inVainServicesResponse,
} from "../contract.ts";
import { inVainOfService } from "./in-vain-of-service.ts";
import { inVainOfServices } from "./in-vain-of-services.ts";

/** «Ήρθαν άδικα», for the ministry. */
export async function nationalInVainRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { look } = rulingHandlers(deps);

  const all = { schema: { querystring: inVainServicesParams, response: { 200: inVainServicesResponse, ...problems } } };
  app.get("/api/ministry/in-vain", all, (request) =>
    look(request, (tx, ministry, now) => inVainOfServices(tx, ministry, request.query.weeks, now)),
  );

  const params = z.object({ code: z.string() });
  const one = {
    schema: { params, querystring: inVainServiceParams, response: { 200: inVainServiceResponse, ...problems } },
  };
  app.get("/api/ministry/in-vain/:code", one, (request) =>
    look(request, (tx, ministry, now) =>
      inVainOfService(tx, ministry, { code: request.params.code, weeks: request.query.weeks }, now),
    ),
  );
}
