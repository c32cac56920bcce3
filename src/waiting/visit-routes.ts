import { appointmentResponse } from "../appointments/contract.ts";
import { ofAppointment } from "../appointments/routes-common.ts";
import { operableOffice } from "../identity/office-access.ts";
import { maybeSeen, problems, type StaffRouteDeps, seen } from "../identity/staff-routes.ts";
import type { App } from "../platform/http/server.ts";
import { requiredVersionIn, sendVersioned, versionIn } from "../platform/http/versions.ts";
import { callAppointment } from "./call-visit.ts";
import { serviceStartRequest, visitorCallRequest } from "./contract.ts";
import { startService } from "./start-service.ts";

const answersAppointment = { response: { 200: appointmentResponse, ...problems } };

/** Whoever waits with an appointment is called and begins, beside those who wait with a number. */
export async function waitingVisitRoutes(app: App, { db, clock, authenticate }: StaffRouteDeps): Promise<void> {
  const callOptions = {
    schema: { params: ofAppointment, headers: seen, body: visitorCallRequest.nullish(), ...answersAppointment },
  };
  app.post("/api/offices/:office/appointments/:id/call", callOptions, async (request, reply) => {
    const { office: code, id } = request.params;
    const office = operableOffice(await authenticate(request), code);
    const target = { id, version: requiredVersionIn(request), now: clock() };
    const call = await db.write({ office: office.id }, (tx) => callAppointment(tx, office, target, request.body ?? {}));
    return sendVersioned(reply, call);
  });

  const startOptions = {
    schema: { params: ofAppointment, headers: maybeSeen, body: serviceStartRequest.nullish(), ...answersAppointment },
  };
  app.post("/api/offices/:office/appointments/:id/service-start", startOptions, async (request, reply) => {
    const { office: code, id } = request.params;
    const office = operableOffice(await authenticate(request), code);
    const target = { id, version: versionIn(request), now: clock() };
    const { reason } = request.body ?? {};
    const started = await db.write({ office: office.id }, (tx) => startService(tx, office, target, reason));
    return sendVersioned(reply, started);
  });
}
