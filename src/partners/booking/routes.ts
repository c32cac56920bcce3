import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import { keyed, problems, seen } from "../../identity/staff-routes.ts";
import type { Config } from "../../platform/config.ts";
import type { Tx } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { PARTNER_API } from "../../platform/http/contract/published.ts";
import { sentOnceIn } from "../../platform/http/idempotency.ts";
import { limitTries } from "../../platform/http/limits/shared-limits.ts";
import type { App } from "../../platform/http/server.ts";
import { requiredVersionIn, sendVersioned } from "../../platform/http/versions.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Clock } from "../../platform/time.ts";
import {
  partnerBookingRequest,
  partnerMoveRequest,
  partnerVisitResponse,
  replayRequest,
  replayResponse,
} from "../contract.ts";
import { replayNotices } from "../webhooks/replay.ts";
import { bookForCitizen } from "./book.ts";
import { type PartnerCaller, partnersFirst } from "./caller.ts";
import { cancelVisit, moveVisit, officeBookedIn, partnerVisit } from "./visit.ts";

export interface PartnerDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly config: Pick<Config, "RATE_LIMIT_PARTNER_BOOKINGS_PER_DAY">;
}

/** Whoever needs more has not understood what it is for. */
const REPLAYS_AN_HOUR = 20;
/** What happens just now is told with it. */
const A_MOMENT = { minutes: 1 } as const;
const VISITS = `${PARTNER_API}appointments`;

/** What accredited systems ask, each with its key. Registered as a part of its own: the key is asked for nowhere else. */
export function partnerRoutes(app: App, deps: PartnerDeps): void {
  const { db, clock, config: settings } = deps;
  const callerOf = partnersFirst(app, deps);
  // Servers ask: a browser would say from which site, and no site's page has a key.
  const config = { provesItsForms: true };
  const most = settings.RATE_LIMIT_PARTNER_BOOKINGS_PER_DAY;
  const response = { 200: partnerVisitResponse, ...problems };

  const book = {
    config,
    schema: { headers: keyed, body: partnerBookingRequest, response: { 201: partnerVisitResponse, ...problems } },
  };
  app.post(VISITS, book, async (request, reply) => {
    const asked = { ...sentOnceIn(request), partner: callerOf(request), most, now: clock() };
    const { visit, isRepeated } = await bookForCitizen(db, request.body, asked);
    if (isRepeated) reply.header("idempotency-replayed", "true");
    return sendVersioned(reply.code(201), visit);
  });

  const ofVisit = z.object({ id: z.string() });
  app.get(`${VISITS}/:id`, { schema: { params: ofVisit, response } }, async (request, reply) => {
    const { id } = request.params;
    const office = await officeBookedIn(db.acrossOffices, callerOf(request), id);
    return sendVersioned(reply, await db.read({ office: office.id }, (tx) => partnerVisit(tx, office, id)));
  });

  const askedIn = (request: FastifyRequest, id: string) => ({
    id,
    partner: callerOf(request),
    version: requiredVersionIn(request),
    now: clock(),
  });
  const act = async <T>(
    { partner, id }: { readonly partner: PartnerCaller; readonly id: string },
    work: (tx: Tx, office: CitizensOffice) => Promise<T>,
  ) => {
    const office = await officeBookedIn(db.acrossOffices, partner, id);
    return db.write({ office: office.id }, (tx) => work(tx, office)).catch(withoutNames);
  };

  const move = { config, schema: { params: ofVisit, headers: seen, body: partnerMoveRequest, response } };
  app.post(`${VISITS}/:id/move`, move, async (request, reply) => {
    const asked = askedIn(request, request.params.id);
    const to = { ...request.body, date: Temporal.PlainDate.from(request.body.date) };
    const moved = await act(asked, (tx, office) => moveVisit(tx, office, asked, to));
    return sendVersioned(reply, moved);
  });

  const cancel = { config, schema: { params: ofVisit, headers: seen, response } };
  app.post(`${VISITS}/:id/cancellation`, cancel, async (request, reply) => {
    const asked = askedIn(request, request.params.id);
    const cancelled = await act(asked, (tx, office) => cancelVisit(tx, office, asked));
    return sendVersioned(reply, cancelled);
  });

  const limitReplays = limitTries(deps, {
    name: "partners' replays",
    max: REPLAYS_AN_HOUR,
    minutes: 60,
    of: (request) => callerOf(request).id,
  });
  const replay = { config, schema: { body: replayRequest, response: { 200: replayResponse, ...problems } } };
  app.post(`${PARTNER_API}webhook/replay`, replay, async (request) => {
    await limitReplays(request);
    const now = clock();
    const { since, until } = request.body;
    const upTo = until === undefined ? now.add(A_MOMENT) : Temporal.Instant.from(until);
    return replayNotices(db, callerOf(request), { since: Temporal.Instant.from(since), until: upTo, now });
  });
}

/** A clerk is shown what has become of an appointment, its people included; a partner asks for what it may see. */
function withoutNames(error: unknown): never {
  if (error instanceof Refusal && error.code === "version-stale")
    throw new Refusal(412, "version-stale", { values: { words: "partner-visit-stale" } });
  throw error;
}
