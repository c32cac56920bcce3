import { z } from "zod";
import { operableOffice } from "../identity/office-access.ts";
import { keyed, ofOffice, problems, type StaffRouteDeps } from "../identity/staff-routes.ts";
import { calendarDate } from "../platform/date-schemas.ts";
import { idempotencyScopeOf, onceOnly, sendOnce } from "../platform/http/idempotency.ts";
import type { App } from "../platform/http/server.ts";
import { catchUp } from "./catch-up.ts";
import { catchUpRequest, catchUpUndoneResponse, caughtUpResponse } from "./contract.ts";
import { undoCatchUp } from "./undo.ts";

const ofDay = ofOffice.extend({ date: calendarDate });

export async function catchUpRoutes(app: App, { db, clock, authenticate }: StaffRouteDeps): Promise<void> {
  const catchUpOptions = {
    schema: { params: ofDay, headers: keyed, body: catchUpRequest, response: { 201: caughtUpResponse, ...problems } },
  };
  app.post("/api/offices/:office/days/:date/catch-up", catchUpOptions, async (request, reply) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const date = Temporal.PlainDate.from(request.params.date);
    const now = clock();
    const scope = idempotencyScopeOf(request, `catch up ${date}`, office.id, office.employeeId);
    const answer = await db.write({ office: office.id }, (tx) =>
      onceOnly(tx, { scope, status: 201, now }, () => catchUp(tx, office, { date, ...request.body }, now)),
    );
    return sendOnce(reply, answer);
  });

  const undoOptions = {
    schema: {
      params: ofOffice.extend({ id: z.uuid() }),
      response: { 200: catchUpUndoneResponse, ...problems },
    },
  };
  app.post("/api/offices/:office/catch-ups/:id/undo", undoOptions, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.write({ office: office.id }, (tx) => undoCatchUp(tx, office, request.params.id, clock()));
  });
}
