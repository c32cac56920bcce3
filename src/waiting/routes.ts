import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type OperableOffice, operableOffice } from "../identity/office-access.ts";
import { ifNoneMatch, keyed, ofOffice, problems, type StaffRouteDeps, seen } from "../identity/staff-routes.ts";
import type { OfficeLists } from "../live/office-lists.ts";
import { calendarDate } from "../platform/date-schemas.ts";
import { idempotencyScopeOf, onceOnly, sendOnce } from "../platform/http/idempotency.ts";
import type { App } from "../platform/http/server.ts";
import { requiredVersionIn, sendVersioned } from "../platform/http/versions.ts";
import { endTicket, prioritiseTicket } from "./act-on-ticket.ts";
import { callTicket } from "./call-visit.ts";
import {
  dayTicketsResponse,
  nextRequest,
  nextResponse,
  nextUndoneResponse,
  ticketCallRequest,
  ticketHistoryResponse,
  ticketRequest,
  ticketResponse,
  walkInRequest,
  walkInResponse,
} from "./contract.ts";
import { ticketHistory, ticketsOfDay } from "./day-tickets.ts";
import { issueTicket } from "./issue.ts";
import { serveNext } from "./next.ts";
import { undoNext } from "./undo-next.ts";
import { undoTicket } from "./undo-ticket.ts";
import { addWalkIn } from "./walk-in.ts";

const ofTicket = ofOffice.extend({ id: z.uuid() });
const answersTicket = { response: { 200: ticketResponse, ...problems } };
/** These acts take no particulars. */
const nothing = z.strictObject({}).nullish();

/** Who waits without a place, and «Επόμενος». */
export async function waitingRoutes(
  app: App,
  { db, clock, authenticate, lists }: StaffRouteDeps & { readonly lists: OfficeLists },
): Promise<void> {
  const officeOf = async (request: FastifyRequest<{ Params: { office: string } }>): Promise<OperableOffice> =>
    operableOffice(await authenticate(request), request.params.office);

  const dayOptions = {
    schema: {
      params: ofOffice.extend({ date: calendarDate }),
      headers: ifNoneMatch,
      response: { 200: dayTicketsResponse, ...problems },
    },
  };
  app.get("/api/offices/:office/days/:date/tickets", dayOptions, async (request, reply) => {
    const office = await officeOf(request);
    const date = Temporal.PlainDate.from(request.params.date);
    return lists.send({ request, reply }, office, {
      key: `tickets ${date}`,
      now: clock(),
      read: () => db.read({ office: office.id }, (tx) => ticketsOfDay(tx, office, date)),
    });
  });

  const historyOptions = { schema: { params: ofTicket, response: { 200: ticketHistoryResponse, ...problems } } };
  app.get("/api/offices/:office/tickets/:id/history", historyOptions, async (request) => {
    const office = await officeOf(request);
    return db.read({ office: office.id }, (tx) => ticketHistory(tx, office, request.params.id));
  });

  const issueOptions = {
    schema: { params: ofOffice, headers: keyed, body: ticketRequest, response: { 201: ticketResponse, ...problems } },
  };
  app.post("/api/offices/:office/tickets", issueOptions, async (request, reply) => {
    const office = await officeOf(request);
    const now = clock();
    const scope = idempotencyScopeOf(request, "issue ticket", office.id, office.employeeId);
    const answer = await db.write({ office: office.id }, (tx) =>
      onceOnly(tx, { scope, status: 201, now }, () => issueTicket(tx, office, request.body, now)),
    );
    return sendVersioned(reply, sendOnce(reply, answer));
  });

  const walkInOptions = {
    schema: { params: ofOffice, headers: keyed, body: walkInRequest, response: { 201: walkInResponse, ...problems } },
  };
  app.post("/api/offices/:office/walk-ins", walkInOptions, async (request, reply) => {
    const office = await officeOf(request);
    const now = clock();
    const scope = idempotencyScopeOf(request, "walk-in", office.id, office.employeeId);
    const answer = await db.write({ office: office.id }, (tx) =>
      onceOnly(tx, { scope, status: 201, now }, () => addWalkIn(tx, office, request.body.service, now)),
    );
    return sendOnce(reply, answer);
  });

  const callOptions = { schema: { params: ofTicket, headers: seen, body: ticketCallRequest, ...answersTicket } };
  app.post("/api/offices/:office/tickets/:id/call", callOptions, async (request, reply) => {
    const office = await officeOf(request);
    const target = { id: request.params.id, version: requiredVersionIn(request), now: clock() };
    const { body } = request;
    return sendVersioned(reply, await db.write({ office: office.id }, (tx) => callTicket(tx, office, target, body)));
  });

  const actOptions = { schema: { params: ofTicket, headers: seen, body: nothing, ...answersTicket } };
  for (const step of ["completion", "departure"] as const) {
    app.post(`/api/offices/:office/tickets/:id/${step}`, actOptions, async (request, reply) => {
      const { office: code, id } = request.params;
      const office = operableOffice(await authenticate(request), code);
      const target = { id, version: requiredVersionIn(request), now: clock() };
      return sendVersioned(reply, await db.write({ office: office.id }, (tx) => endTicket(tx, office, target, step)));
    });
  }

  app.post("/api/offices/:office/tickets/:id/priority", actOptions, async (request, reply) => {
    const office = await officeOf(request);
    const target = { id: request.params.id, version: requiredVersionIn(request), now: clock() };
    return sendVersioned(reply, await db.write({ office: office.id }, (tx) => prioritiseTicket(tx, office, target)));
  });

  app.post("/api/offices/:office/tickets/:id/undo", actOptions, async (request, reply) => {
    const office = await officeOf(request);
    const target = { id: request.params.id, version: requiredVersionIn(request), now: clock() };
    return sendVersioned(reply, await db.write({ office: office.id }, (tx) => undoTicket(tx, office, target)));
  });

  const nextOptions = {
    schema: {
      params: ofOffice.extend({ number: z.coerce.number().int().min(1).max(99) }),
      headers: keyed,
      body: nextRequest,
      response: { 200: nextResponse, ...problems },
    },
  };
  app.post("/api/offices/:office/queues/:number/next", nextOptions, async (request, reply) => {
    const office = await officeOf(request);
    const { number } = request.params;
    const now = clock();
    const scope = idempotencyScopeOf(request, `next ${number}`, office.id, office.employeeId);
    const answer = await db.write({ office: office.id }, (tx) =>
      onceOnly(tx, { scope, status: 200, now }, () => serveNext(tx, office, number, { ...request.body, now })),
    );
    return sendOnce(reply, answer);
  });

  const undoNextOptions = {
    schema: { params: ofTicket, body: nothing, response: { 200: nextUndoneResponse, ...problems } },
  };
  app.post("/api/offices/:office/next/:id/undo", undoNextOptions, async (request) => {
    const office = await officeOf(request);
    return db.write({ office: office.id }, (tx) => undoNext(tx, office, request.params.id, clock()));
  });
}
