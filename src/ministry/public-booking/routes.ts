import { z } from "zod";
import { keyed, problems, type StaffRouteDeps } from "../../identity/staff-routes.ts";
import type { App } from "../../platform/http/server.ts";
import {
  networkDaysResponse,
  openingResponse,
  publicBookingPreviewResponse,
  publicBookingRequest,
  publicBookingResponse,
} from "../contract.ts";
import { rulingHandlers } from "../routes-common.ts";
import { networkDays } from "./network-days.ts";
import {
  closePublicBooking,
  openPublicBooking,
  previewClosing,
  previewOpening,
  publicBooking,
} from "./public-booking.ts";

const base = "/api/ministry/public-booking";

export async function publicBookingRoutes(app: App, deps: StaffRouteDeps): Promise<void> {
  const { look, act, once } = rulingHandlers(deps);
  const params = z.object({ id: z.uuid() });

  app.get(base, { schema: { response: { 200: publicBookingResponse, ...problems } } }, (request) =>
    look(request, publicBooking),
  );

  app.get(`${base}/networks`, { schema: { response: { 200: networkDaysResponse, ...problems } } }, (request) =>
    look(request, networkDays),
  );

  const answersPreview = { response: { 200: publicBookingPreviewResponse, ...problems } };
  app.post(`${base}/preview`, { schema: { body: publicBookingRequest, ...answersPreview } }, (request) =>
    look(request, (tx, ministry) => previewOpening(tx, ministry, request.body)),
  );

  const open = {
    schema: { headers: keyed, body: publicBookingRequest, response: { 201: openingResponse, ...problems } },
  };
  app.post(base, open, (request, reply) =>
    once(request, reply, "open public booking", (tx, ministry, now) =>
      openPublicBooking(tx, ministry, request.body, now),
    ),
  );

  app.post(`${base}/:id/closing-preview`, { schema: { params, ...answersPreview } }, (request) =>
    look(request, (tx, ministry) => previewClosing(tx, ministry, request.params.id)),
  );

  app.delete(`${base}/:id`, { schema: { params, response: { 200: openingResponse, ...problems } } }, (request) =>
    act(request, (tx, ministry, now) => closePublicBooking(tx, ministry, request.params.id, now)),
  );
}
