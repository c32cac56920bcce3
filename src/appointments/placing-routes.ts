import type { FastifyReply } from "fastify";
import { Counter } from "prom-client";
import { type OperableOffice, operableOffice } from "../identity/office-access.ts";
import { keyed, ofOffice, problems, type StaffRouteDeps, seenAndKeyed } from "../identity/staff-routes.ts";
import type { Tx } from "../platform/database/sql.ts";
import { type Answered, idempotencyScopeOf, onceOnly, sendOnce } from "../platform/http/idempotency.ts";
import type { App } from "../platform/http/server.ts";
import { requiredVersionIn, sendVersioned } from "../platform/http/versions.ts";
import { bookingJointly } from "./book-together.ts";
import { type Appointment, appointmentResponse, bookingRequest, moveRequest, transferRequest } from "./contract.ts";
import { workOfRow, workOfVisit } from "./field/visit-services.ts";
import { type MovedVisit, placeForCitizen } from "./history/word-to-citizen.ts";
import { move } from "./move.ts";
import { withAlternatives } from "./place/alternatives.ts";
import { ofAppointment } from "./routes-common.ts";
import { existingAppointment, requireId } from "./row/existing.ts";
import { transfer } from "./transfer.ts";

export interface PlacingDeps extends StaffRouteDeps {
  /** Somebody else tells the citizen of a move */
  callLater(tx: Tx, officeId: number, moved: MovedVisit, at: Temporal.Instant): Promise<void>;
}

/** Booking and moving: what takes a place happens once however often it is asked for, and offers others when it can't. */
export async function placingRoutes(app: App, deps: PlacingDeps): Promise<void> {
  const { db, clock } = deps;
  const bookings = bookingsCounter(app);
  const book = bookingJointly(db);
  const visitor = async (office: OperableOffice, id: string) => {
    const row = await db.read({ office: office.id }, (tx) => existingAppointment(tx, office, id));
    return { services: workOfRow(row), channel: row.channel };
  };

  const bookOptions = {
    schema: {
      params: ofOffice,
      headers: keyed,
      body: bookingRequest,
      response: { 201: appointmentResponse, ...problems },
    },
  };
  app.post("/api/offices/:office/appointments", bookOptions, async (request, reply) => {
    const office = operableOffice(await deps.authenticate(request), request.params.office);
    const now = clock();
    const wished = async () => ({
      channel: "phone" as const,
      ...request.body,
      services: workOfVisit(request.body),
    });
    const scope = idempotencyScopeOf(request, "book", office.id, office.employeeId);
    const answer = await withAlternatives(db, office, { now, wished }, () =>
      book({ office, request: request.body, scope, now }),
    );
    if (!answer.replayed) bookings.inc();
    return sendAnswer(reply, answer);
  });

  const moveOptions = {
    schema: {
      params: ofAppointment,
      headers: seenAndKeyed,
      body: moveRequest,
      response: { 200: appointmentResponse, ...problems },
    },
  };
  app.post("/api/offices/:office/appointments/:id/move", moveOptions, async (request, reply) => {
    const office = operableOffice(await deps.authenticate(request), request.params.office);
    const { id } = request.params;
    requireId(id);
    const now = clock();
    const version = requiredVersionIn(request);
    const scope = idempotencyScopeOf(request, `move ${id}`, office.id, office.employeeId);
    const wished = async () => ({ ...(await visitor(office, id)), ...request.body });
    const answer = await withAlternatives(db, office, { now, wished }, () =>
      db.write({ office: office.id }, (tx) =>
        onceOnly(tx, { scope, status: 200, now }, async () => {
          const { callLater, ...place } = request.body;
          const before = callLater ? await existingAppointment(tx, office, id) : null;
          const to = await move(tx, office, { id, version, now }, place);
          if (before) await deps.callLater(tx, office.id, { id, was: placeForCitizen(before), to }, now);
          return to;
        }),
      ),
    );
    return sendAnswer(reply, answer);
  });

  const transferOptions = {
    schema: {
      params: ofAppointment,
      headers: seenAndKeyed,
      body: transferRequest,
      response: { 200: appointmentResponse, ...problems },
    },
  };
  app.post("/api/offices/:office/appointments/:id/transfer", transferOptions, async (request, reply) => {
    const actor = await deps.authenticate(request);
    const from = operableOffice(actor, request.params.office);
    const to = operableOffice(actor, request.body.office);
    const { id } = request.params;
    requireId(id);
    const now = clock();
    const version = requiredVersionIn(request);
    const scope = idempotencyScopeOf(request, `transfer ${id}`, from.id, from.employeeId);
    const wished = async () => ({ ...(await visitor(from, id)), ...request.body });
    const answer = await withAlternatives(db, to, { now, wished }, () =>
      db.write({ office: from.id }, (tx) =>
        onceOnly(tx, { scope, status: 200, now }, () => transfer(tx, { from, to }, { id, version, now }, request.body)),
      ),
    );
    return sendAnswer(reply, answer);
  });
}

const bookingsCounter = ({ metrics }: App): Counter =>
  new Counter({
    name: "bookings_total",
    help: "Appointments booked one by one; what was asked once more is not counted again",
    registers: [metrics],
  });

const sendAnswer = (reply: FastifyReply, answer: Answered<Appointment>): Appointment =>
  sendVersioned(reply, sendOnce(reply, answer));
