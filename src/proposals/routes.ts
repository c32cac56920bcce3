import { z } from "zod";
import { requireId } from "../appointments/row/existing.ts";
import { administeredOffice, operableOffice } from "../identity/office-access.ts";
import { ifNoneMatch, keyed, ofOffice, problems, type StaffRouteDeps, seen } from "../identity/staff-routes.ts";
import type { OfficeLists } from "../live/office-lists.ts";
import { calendarDate } from "../platform/date-schemas.ts";
import { idempotencyScopeOf, onceOnly, sendOnce } from "../platform/http/idempotency.ts";
import type { App } from "../platform/http/server.ts";
import { requiredVersionIn, sendVersioned } from "../platform/http/versions.ts";
import { dateOf } from "../platform/time.ts";
import { callDaysFrom, callsOn, noteOutcome } from "./call-list.ts";
import {
  callDaysResponse,
  callListResponse,
  callRequest,
  callResponse,
  changedResponse,
  settlingRequest,
  workListCountResponse,
  workListResponse,
} from "./contract.ts";
import { withProposal } from "./decide.ts";
import { DECIDED_BODY_LIMIT } from "./rule-change-handlers.ts";
import { settleWorkList, stockOf, workListCount, workListOf } from "./work-list.ts";

/** The tasks that changed rules leave: citizens to call, day by day, and what the ministry's closures left over. */
export async function proposalRoutes(app: App, deps: CallListDeps): Promise<void> {
  callListRoutes(app, deps);
  workListRoutes(app, deps);
}

interface CallListDeps extends StaffRouteDeps {
  readonly lists: OfficeLists;
}

function callListRoutes(app: App, { db, clock, authenticate, lists }: CallListDeps): void {
  const days = { schema: { params: ofOffice, headers: ifNoneMatch, response: { 200: callDaysResponse, ...problems } } };
  app.get("/api/offices/:office/call-lists", days, async (request, reply) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const now = clock();
    return lists.send({ request, reply }, office, {
      key: "call days",
      now,
      read: () => db.read({ office: office.id }, (tx) => callDaysFrom(tx, office, dateOf(now))),
    });
  });

  const ofDay = ofOffice.extend({ date: calendarDate });
  const list = {
    config: { view: { act: "call-list-viewed", of: "shown" } },
    schema: { params: ofDay, response: { 200: callListResponse, ...problems } },
  } as const;
  app.get("/api/offices/:office/call-lists/:date", list, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const date = Temporal.PlainDate.from(request.params.date);
    return db.read({ office: office.id }, (tx) => callsOn(tx, office, date, clock()));
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
    const noted = { date, id, version: requiredVersionIn(request), outcome: request.body.outcome };
    return sendVersioned(reply, await db.write({ office: office.id }, (tx) => noteOutcome(tx, office, noted, clock())));
  });
}

function workListRoutes(app: App, { db, clock, authenticate }: StaffRouteDeps): void {
  const workList = {
    config: { view: { act: "work-list-viewed", of: "shown" } },
    schema: { params: ofOffice, response: { 200: workListResponse, ...problems } },
  } as const;
  app.get("/api/offices/:office/work-list", workList, async (request) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    const now = clock();
    // Places are looked for afterwards: it takes a while.
    return workListOf(await db.read({ office: office.id }, (tx) => stockOf(tx, office, now)), office, now);
  });
  const workCount = { schema: { params: ofOffice, response: { 200: workListCountResponse, ...problems } } };
  app.get("/api/offices/:office/work-list/count", workCount, async (request) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, async (tx) => ({ count: await workListCount(tx, office, clock()) }));
  });
  const settling = {
    bodyLimit: DECIDED_BODY_LIMIT,
    schema: {
      params: ofOffice,
      headers: keyed,
      body: settlingRequest,
      response: { 200: changedResponse, ...problems },
    },
  };
  app.post("/api/offices/:office/work-list", settling, async (request, reply) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    const now = clock();
    const scope = idempotencyScopeOf(request, "settle work list", office.id, office.employeeId);
    const answer = await withProposal(
      office,
      db.write({ office: office.id }, (tx) =>
        onceOnly(tx, { scope, status: 200, now }, () => settleWorkList(tx, office, request.body.decisions, now)),
      ),
    );
    return sendOnce(reply, answer);
  });
}
