import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type OperableOffice, operableOffice } from "../identity/office-access.ts";
import { ifNoneMatch, maybeSeen, ofOffice, problems, seen } from "../identity/staff-routes.ts";
import { noticeLook } from "../onboarding/notice-step.ts";
import { sendReadyJson } from "../platform/http/ready-json.ts";
import type { App } from "../platform/http/server.ts";
import { requiredVersionIn, sendVersioned, versionIn } from "../platform/http/versions.ts";
import { STEPS } from "./acts.ts";
import { cancel } from "./cancel.ts";
import { change } from "./change.ts";
import {
  appointmentHistoryResponse,
  appointmentResponse,
  availabilityParams,
  availabilityResponse,
  cancellationRequest,
  changeRequest,
  dayResponse,
} from "./contract.ts";
import type { ReadDay } from "./day/day-cache.ts";
import { appointmentHistory } from "./history/history.ts";
import { withAlternatives } from "./place/alternatives.ts";
import type { ReadAvailability } from "./place/availability-cache.ts";
import { type PlacingDeps, placingRoutes } from "./placing-routes.ts";
import { progress } from "./progress.ts";
import { ofAppointment, ofDay } from "./routes-common.ts";
import { existingAppointment } from "./row/existing.ts";
import { presented } from "./row/present.ts";
import { undo, wishedBack } from "./undo.ts";

const answersAppointment = { response: { 200: appointmentResponse, ...problems } };

export interface AppointmentDeps extends PlacingDeps {
  readonly readDay: ReadDay;
  readonly readAvailability: ReadAvailability;
}

export async function appointmentRoutes(app: App, deps: AppointmentDeps): Promise<void> {
  const { db, clock } = deps;
  const officeOf = async (request: FastifyRequest<{ Params: { office: string } }>): Promise<OperableOffice> =>
    operableOffice(await deps.authenticate(request), request.params.office);

  const dayOptions = {
    config: { view: { act: "day-viewed", of: "day" } },
    schema: { params: ofDay, headers: ifNoneMatch, response: { 200: dayResponse, ...problems } },
  } as const;
  app.get("/api/offices/:office/days/:date", dayOptions, async (request, reply) => {
    const office = await officeOf(request);
    const date = Temporal.PlainDate.from(request.params.date);
    await noticeLook(db, office, "appointment-viewed", clock());
    const day = await deps.readDay(office, { date, now: clock(), mustBeNew: request.hasWrittenElsewhere });
    return sendReadyJson(request, reply, day);
  });

  const availabilityOptions = {
    schema: {
      params: ofOffice,
      headers: ifNoneMatch,
      querystring: availabilityParams,
      response: { 200: availabilityResponse, ...problems },
    },
  };
  app.get("/api/offices/:office/availability", availabilityOptions, async (request, reply) => {
    const office = await officeOf(request);
    const question = { query: request.query, now: clock(), mustBeNew: request.hasWrittenElsewhere };
    return sendReadyJson(request, reply, await deps.readAvailability(office, question));
  });

  app.get(
    "/api/offices/:office/appointments/:id",
    {
      config: { view: { act: "appointment-viewed", of: "appointment" } },
      schema: { params: ofAppointment, ...answersAppointment },
    },
    async (request, reply) => {
      const office = await officeOf(request);
      const row = await db.read({ office: office.id }, (tx) => existingAppointment(tx, office, request.params.id));
      await noticeLook(db, office, "appointment-viewed", clock());
      return sendVersioned(reply, presented(office.code, row));
    },
  );

  const historyOptions = {
    config: { view: { act: "history-viewed", of: "appointment" } },
    schema: { params: ofAppointment, response: { 200: appointmentHistoryResponse, ...problems } },
  } as const;
  app.get("/api/offices/:office/appointments/:id/history", historyOptions, async (request) => {
    const office = await officeOf(request);
    return db.read({ office: office.id }, (tx) => appointmentHistory(tx, office, request.params.id));
  });

  const changeOptions = {
    schema: { params: ofAppointment, headers: seen, body: changeRequest, ...answersAppointment },
  };
  app.patch("/api/offices/:office/appointments/:id", changeOptions, async (request, reply) => {
    const office = await officeOf(request);
    const version = requiredVersionIn(request);
    const { id } = request.params;
    return sendVersioned(
      reply,
      await db.write({ office: office.id }, (tx) => change(tx, office, { id, version, now: clock() }, request.body)),
    );
  });

  const cancelOptions = {
    schema: { params: ofAppointment, headers: seen, body: cancellationRequest, ...answersAppointment },
  };
  app.post("/api/offices/:office/appointments/:id/cancellation", cancelOptions, async (request, reply) => {
    const office = await officeOf(request);
    const version = requiredVersionIn(request);
    const reason = request.body?.reason ?? null;
    const { id } = request.params;
    return sendVersioned(
      reply,
      await db.write({ office: office.id }, (tx) => cancel(tx, office, { id, version, now: clock() }, reason)),
    );
  });

  const undoOptions = { schema: { params: ofAppointment, headers: seen, body: nothing, ...answersAppointment } };
  app.post("/api/offices/:office/appointments/:id/undo", undoOptions, async (request, reply) => {
    const office = await officeOf(request);
    const version = requiredVersionIn(request);
    const { id } = request.params;
    const now = clock();
    const wished = () => db.read({ office: office.id }, (tx) => wishedBack(tx, office, id, now));
    const undone = await withAlternatives(db, office, { now, wished }, () =>
      db.write({ office: office.id }, (tx) => undo(tx, office, { id, version, now })),
    );
    return sendVersioned(reply, undone);
  });

  const stepOptions = { schema: { params: ofAppointment, headers: maybeSeen, body: nothing, ...answersAppointment } };
  // Who begins is looked at beside those who wait: `waiting`.
  for (const step of STEPS.filter((each) => each !== "service-start")) {
    app.post(`/api/offices/:office/appointments/:id/${step}`, stepOptions, async (request, reply) => {
      const { office: code, id } = request.params;
      const office = operableOffice(await deps.authenticate(request), code);
      const version = versionIn(request);
      return sendVersioned(
        reply,
        await db.write({ office: office.id }, (tx) => progress(tx, office, { id, version, now: clock() }, step)),
      );
    });
  }

  await placingRoutes(app, deps);
}

/** These acts take no particulars. */
const nothing = z.strictObject({}).nullish();
