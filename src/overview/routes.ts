import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { knownDate } from "../appointments/contract.ts";
import type { Actor } from "../identity/actor.ts";
import { administeredOffice, operableOffice } from "../identity/office-access.ts";
import type { Database } from "../platform/database/transaction.ts";
import { problemResponse } from "../platform/http/problem.ts";
import type { App } from "../platform/http/server.ts";
import type { Clock } from "../platform/time.ts";
import {
  coverageQuery,
  coverageResponse,
  dayOfAllResponse,
  explanationResponse,
  weeksQuery,
  weeksResponse,
} from "./contract.ts";
import { coverageOf } from "./coverage.ts";
import { dayOfAll } from "./day-of-all.ts";
import { explanationOf } from "./explanation.ts";
import { weeksOf } from "./weeks.ts";

interface OverviewDeps {
  readonly db: Database;
  readonly clock: Clock;
  authenticate(request: FastifyRequest): Promise<Actor>;
}

const problems = { "4xx": problemResponse, "5xx": problemResponse };

export async function overviewRoutes(app: App, { db, clock, authenticate }: OverviewDeps): Promise<void> {
  const weeksOptions = {
    schema: {
      params: z.object({ office: z.string() }),
      querystring: weeksQuery,
      response: { 200: weeksResponse, ...problems },
    },
  };
  app.get("/api/offices/:office/weeks", weeksOptions, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, (tx) => weeksOf(tx, office, request.query, clock()));
  });

  const coverageOptions = {
    schema: {
      params: z.object({ office: z.string() }),
      querystring: coverageQuery,
      response: { 200: coverageResponse, ...problems },
    },
  };
  app.get("/api/offices/:office/coverage", coverageOptions, async (request) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, (tx) => coverageOf(tx, office, request.query, clock()));
  });

  const whyOptions = {
    schema: {
      params: z.object({ office: z.string(), date: knownDate }),
      querystring: z.strictObject({ service: z.string() }),
      response: { 200: explanationResponse, ...problems },
    },
  };
  app.get("/api/offices/:office/days/:date/explanation", whyOptions, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const date = Temporal.PlainDate.from(request.params.date);
    return db.read({ office: office.id }, (tx) => explanationOf(tx, office, date, request.query.service, clock()));
  });

  const dayOptions = {
    schema: { params: z.object({ date: knownDate }), response: { 200: dayOfAllResponse, ...problems } },
  };
  app.get("/api/days/:date", dayOptions, async (request) => {
    const actor = await authenticate(request);
    const offices = actor.memberships.map(({ code }) => operableOffice(actor, code));
    return dayOfAll(db, offices, Temporal.PlainDate.from(request.params.date), clock());
  });
}
