import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { keyed, problems, type StaffRouteDeps, seen } from "../identity/staff-routes.ts";
import { calendarDate } from "../platform/date-schemas.ts";
import type { App } from "../platform/http/server.ts";
import { requiredVersionIn } from "../platform/http/versions.ts";
import {
  holidayPatch,
  holidayRequest,
  holidaysResponse,
  holidayTime,
  ruledResponse,
  rulingPreviewResponse,
} from "./contract.ts";
import {
  addHoliday,
  changeHoliday,
  listHolidays,
  previewHoliday,
  previewHolidayRemoval,
  removeHoliday,
  type SeenHoliday,
} from "./holidays.ts";
import { rulingHandlers } from "./routes-common.ts";

const base = "/api/ministry/holidays";

/** The table of holidays, which wins over the computed ones. */
export async function holidayRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { look, act, once } = rulingHandlers(deps);
  const params = z.object({ date: calendarDate });
  const answersRuled = { 200: ruledResponse, ...problems };

  const ofYear = z.strictObject({ year: z.coerce.number().int().min(2020).max(2099) });
  app.get(base, { schema: { querystring: ofYear, response: { 200: holidaysResponse, ...problems } } }, (request) =>
    look(request, (tx, ministry, now) => listHolidays(tx, ministry, request.query.year, now)),
  );

  const replacing = z.strictObject({ replaces: calendarDate.optional().describe("The holiday that would be changed") });
  const preview = {
    schema: { querystring: replacing, body: holidayTime, response: { 200: rulingPreviewResponse, ...problems } },
  };
  app.post(`${base}/preview`, preview, (request) =>
    look(request, (tx, ministry, now) =>
      previewHoliday(tx, ministry, { ...request.body, replaces: request.query.replaces }, now),
    ),
  );

  const add = { schema: { headers: keyed, body: holidayRequest, response: { 201: ruledResponse, ...problems } } };
  app.post(base, add, (request, reply) =>
    once(request, reply, "add holiday", (tx, ministry, now) => addHoliday(tx, ministry, request.body, now)),
  );

  const change = { schema: { params, headers: seen, body: holidayPatch, response: answersRuled } };
  app.patch(`${base}/:date`, change, (request) =>
    act(request, (tx, ministry, now) => changeHoliday(tx, ministry, { ...seenIn(request), patch: request.body }, now)),
  );

  const reopening = { schema: { params, headers: seen, response: { 200: rulingPreviewResponse, ...problems } } };
  app.post(`${base}/:date/removal-preview`, reopening, (request) =>
    look(request, (tx, ministry, now) => previewHolidayRemoval(tx, ministry, seenIn(request), now)),
  );

  const remove = { schema: { params, headers: seen, response: answersRuled } };
  app.delete(`${base}/:date`, remove, (request) =>
    act(request, (tx, ministry, now) => removeHoliday(tx, ministry, seenIn(request), now)),
  );
}

const seenIn = (request: FastifyRequest<{ Params: { date: string } }>): SeenHoliday => ({
  date: request.params.date,
  version: requiredVersionIn(request),
});
