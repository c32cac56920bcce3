import { z } from "zod";
import { keyed, problems, type StaffRouteDeps } from "../identity/staff-routes.ts";
import type { App } from "../platform/http/server.ts";
import {
  addClosure,
  changeClosure,
  listClosures,
  previewClosure,
  previewClosureRemoval,
  removeClosure,
  takenInMonth,
} from "./closures.ts";
import {
  closureRequest,
  closuresResponse,
  ruledResponse,
  rulingPreviewResponse,
  settlingResponse,
  takenResponse,
} from "./contract.ts";
import { rulingHandlers } from "./routes-common.ts";
import { settlingOf } from "./settling/settling.ts";

const base = "/api/ministry/closures";

/** National closures: of all offices, or of a region's. */
export async function closureRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { look, act, once } = rulingHandlers(deps);
  const params = z.object({ id: z.uuid() });
  const answersRuled = { 200: ruledResponse, 201: ruledResponse, ...problems };

  app.get(base, { schema: { response: { 200: closuresResponse, ...problems } } }, (request) =>
    look(request, listClosures),
  );

  app.get(`${base}/settling`, { schema: { response: { 200: settlingResponse, ...problems } } }, (request) =>
    look(request, settlingOf),
  );

  const ofRegion = z.strictObject({ region: z.string().min(1), month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/) });
  const ofMonth = { querystring: ofRegion, response: { 200: takenResponse, ...problems } };
  app.get(`${base}/taken`, { schema: ofMonth }, (request) =>
    look(request, (tx, ministry, now) => takenInMonth(tx, ministry, request.query, now)),
  );

  const replacing = z.strictObject({ replaces: z.uuid().optional().describe("The closure that would be changed") });
  const preview = {
    schema: { querystring: replacing, body: closureRequest, response: { 200: rulingPreviewResponse, ...problems } },
  };
  app.post(`${base}/preview`, preview, (request) =>
    look(request, (tx, ministry, now) =>
      previewClosure(tx, ministry, { request: request.body, replaces: request.query.replaces }, now),
    ),
  );

  const add = { schema: { headers: keyed, body: closureRequest, response: answersRuled } };
  app.post(base, add, (request, reply) =>
    once(request, reply, "add closure", (tx, ministry, now) => addClosure(tx, ministry, request.body, now)),
  );

  const change = { schema: { params, headers: keyed, body: closureRequest, response: answersRuled } };
  app.put(`${base}/:id`, change, (request, reply) => {
    const { id } = request.params;
    return once(request, reply, `change closure ${id}`, (tx, ministry, now) =>
      changeClosure(tx, ministry, { id, request: request.body }, now),
    );
  });

  const reopening = { schema: { params, response: { 200: rulingPreviewResponse, ...problems } } };
  app.post(`${base}/:id/removal-preview`, reopening, (request) =>
    look(request, (tx, ministry, now) => previewClosureRemoval(tx, ministry, request.params.id, now)),
  );

  const remove = { schema: { params, response: { 200: ruledResponse, ...problems } } };
  app.delete(`${base}/:id`, remove, (request) =>
    act(request, (tx, ministry, now) => removeClosure(tx, ministry, request.params.id, now)),
  );
}
