import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type OperableOffice, operableOffice } from "../identity/office-access.ts";
import { ofOffice, problems, type StaffRouteDeps, seen } from "../identity/staff-routes.ts";
import { calendarDate } from "../platform/date-schemas.ts";
import type { App } from "../platform/http/server.ts";
import { requiredVersionIn, sendVersioned } from "../platform/http/versions.ts";
import { inVainOfDayResponse, inVainRequest, inVainResponse } from "./contract.ts";
import { inVainOfDay, noteInVain, takeInVainBack } from "./note-in-vain.ts";

/** Visits in vain, while their day lasts. */
export async function inVainRoutes(app: App, { db, clock, authenticate }: StaffRouteDeps): Promise<void> {
  const officeOf = async (request: FastifyRequest<{ Params: { office: string } }>): Promise<OperableOffice> =>
    operableOffice(await authenticate(request), request.params.office);

  const ofDay = ofOffice.extend({ date: calendarDate });
  const dayOptions = { schema: { params: ofDay, response: { 200: inVainOfDayResponse, ...problems } } };
  app.get("/api/offices/:office/days/:date/in-vain", dayOptions, async (request) => {
    const office = await officeOf(request);
    const date = Temporal.PlainDate.from(request.params.date);
    return db.read({ office: office.id }, (tx) => inVainOfDay(tx, office, date));
  });

  const params = ofOffice.extend({ id: z.string() });
  const response = { 200: inVainResponse, ...problems };
  const noteOptions = { schema: { params, headers: seen, body: inVainRequest, response } };
  app.put("/api/offices/:office/visits/:id/in-vain", noteOptions, async (request, reply) => {
    const office = await officeOf(request);
    const target = { id: request.params.id, version: requiredVersionIn(request), now: clock() };
    const noted = await db.write({ office: office.id }, (tx) => noteInVain(tx, office, target, request.body));
    return sendVersioned(reply, noted);
  });

  const backOptions = { schema: { params, headers: seen, response } };
  app.delete("/api/offices/:office/visits/:id/in-vain", backOptions, async (request, reply) => {
    const office = await officeOf(request);
    const target = { id: request.params.id, version: requiredVersionIn(request), now: clock() };
    return sendVersioned(reply, await db.write({ office: office.id }, (tx) => takeInVainBack(tx, office, target)));
  });
}
