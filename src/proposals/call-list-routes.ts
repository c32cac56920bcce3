import { z } from "zod";
import { requireId } from "../appointments/existing.ts";
import { operableOffice } from "../identity/office-access.ts";
import type { App } from "../platform/http/server.ts";
import { requiredVersionIn, sendVersioned } from "../platform/http/versions.ts";
import { dateOf } from "../platform/time.ts";
import { dateText } from "../queues/contract.ts";
import { callListOf, noteOutcome } from "./call-list.ts";
import { callDaysResponse, callListResponse, callRequest, callResponse } from "./contract.ts";
import { ofOffice, problems, type RuleDeps, seen } from "./routes-common.ts";
import { openCallDays } from "./tell-sql.ts";

/** Whom to call, day by day: every clerk of the office may do it. */
export async function callListRoutes(app: App, { db, clock, authenticate }: RuleDeps): Promise<void> {
  const days = { schema: { params: ofOffice, response: { 200: callDaysResponse, ...problems } } };
  app.get("/api/offices/:office/call-lists", days, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const open = await db.read({ office: office.id }, (tx) => openCallDays(tx, office.id, dateOf(clock())));
    return { days: open.map(({ date, count }) => ({ date: date.toString(), count })) };
  });

  const ofDay = ofOffice.extend({ date: dateText });
  const list = { schema: { params: ofDay, response: { 200: callListResponse, ...problems } } };
  app.get("/api/offices/:office/call-lists/:date", list, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const date = Temporal.PlainDate.from(request.params.date);
    return db.write({ office: office.id }, (tx) => callListOf(tx, office, date, clock()));
  });

  const note = {
    schema: {
      params: ofDay.extend({ id: z.string() }),
      headers: seen,
      body: callRequest,
      response: { 200: callResponse, ...problems },
    },
  };
  app.patch("/api/offices/:office/call-lists/:date/:id", note, async (request, reply) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const { id } = request.params;
    requireId(id);
    const date = Temporal.PlainDate.from(request.params.date);
    const version = requiredVersionIn(request);
    return sendVersioned(
      reply,
      await db.write({ office: office.id }, (tx) =>
        noteOutcome(tx, office, date, id, version, request.body.outcome, clock()),
      ),
    );
  });
}
