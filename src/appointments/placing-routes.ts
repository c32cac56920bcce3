import type { FastifyReply } from "fastify";
import { operableOffice } from "../identity/office-access.ts";
import type { Tx } from "../platform/database/sql.ts";
import { type IdempotencyScope, idempotencyScopeOf, storeAnswer, storedAnswer } from "../platform/http/idempotency.ts";
import type { App } from "../platform/http/server.ts";
import { requiredVersionIn, sendVersioned } from "../platform/http/versions.ts";
import { withAlternatives } from "./alternatives.ts";
import { book } from "./book.ts";
import { type Appointment, appointmentResponse, bookingRequest, moveRequest } from "./contract.ts";
import { existing, requireId } from "./existing.ts";
import { move } from "./move.ts";
import { type AppointmentDeps, keyed, ofAppointment, ofOffice, problems, seenAndKeyed } from "./routes-common.ts";

/** Booking and moving: what takes a place happens once however often it is asked for, and offers others when it can't. */
export async function placingRoutes(app: App, deps: AppointmentDeps): Promise<void> {
  const { db, clock } = deps;

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
    const scope = idempotencyScopeOf(request, "book", office.id, office.employeeId);
    const answer = await withAlternatives(db, office, now, request.body, () =>
      db.write({ office: office.id }, (tx) => onceOnly(tx, scope, 201, now, () => book(tx, office, request.body, now))),
    );
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
    const service = async () => (await db.read({ office: office.id }, (tx) => existing(tx, office, id))).service;
    const answer = await withAlternatives(db, office, now, { ...request.body, service }, () =>
      db.write({ office: office.id }, (tx) =>
        onceOnly(tx, scope, 200, now, () => move(tx, office, id, version, request.body, now)),
      ),
    );
    return sendAnswer(reply, answer);
  });
}

interface Answer {
  readonly status: number;
  readonly body: Appointment;
  readonly replayed: boolean;
}

async function onceOnly(
  tx: Tx,
  scope: IdempotencyScope,
  status: number,
  now: Temporal.Instant,
  work: () => Promise<Appointment>,
): Promise<Answer> {
  const stored = await storedAnswer(tx, scope, now);
  if (stored) return { status: stored.status, body: stored.body as Appointment, replayed: true };
  const body = await work();
  await storeAnswer(tx, scope, { status, body }, now);
  return { status, body, replayed: false };
}

function sendAnswer(reply: FastifyReply, { status, body, replayed }: Answer): Appointment {
  if (replayed) reply.header("idempotency-replayed", "true");
  reply.code(status);
  return sendVersioned(reply, body);
}
