import { z } from "zod";
import { administeredOffice, operableOffice } from "../identity/office-access.ts";
import { ofOffice, problems, type StaffRouteDeps } from "../identity/staff-routes.ts";
import { calendarDate } from "../platform/date-schemas.ts";
import type { App } from "../platform/http/server.ts";
import {
  coverageParams,
  coverageResponse,
  dayOfAllResponse,
  explanationResponse,
  weeksParams,
  weeksResponse,
} from "./contract.ts";
import { coverageOf } from "./coverage.ts";
import { dayOfAll } from "./day-of-all.ts";
import { explanationOf } from "./explanation.ts";
import { weeksOf } from "./weeks.ts";

export async function overviewRoutes(app: App, { db, clock, authenticate }: StaffRouteDeps): Promise<void> {
  const weeksOptions = {
    schema: {
      params: ofOffice,
      querystring: weeksParams,
      response: { 200: weeksResponse, ...problems },
    },
  };
  app.get("/api/offices/:office/weeks", weeksOptions, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, (tx) => weeksOf(tx, office, request.query, clock()));
  });

  const coverageOptions = {
    schema: {
      params: ofOffice,
      querystring: coverageParams,
      response: { 200: coverageResponse, ...problems },
    },
  };
  app.get("/api/offices/:office/coverage", coverageOptions, async (request) => {
    const office = administeredOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, (tx) => coverageOf(tx, office, request.query, clock()));
  });

  const whyOptions = {
    schema: {
      params: ofOffice.extend({ date: calendarDate }),
      querystring: z.strictObject({ service: z.string() }),
      response: { 200: explanationResponse, ...problems },
    },
  };
  app.get("/api/offices/:office/days/:date/explanation", whyOptions, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const date = Temporal.PlainDate.from(request.params.date);
    const { service } = request.query;
    return db.read({ office: office.id }, (tx) => explanationOf(tx, office, { date, service }, clock()));
  });

  const dayOptions = {
    schema: { params: z.object({ date: calendarDate }), response: { 200: dayOfAllResponse, ...problems } },
  };
  app.get("/api/days/:date", dayOptions, async (request) => {
    const actor = await authenticate(request);
    const offices = actor.memberships.map(({ code }) => operableOffice(actor, code));
    return dayOfAll(db, offices, Temporal.PlainDate.from(request.params.date), clock());
  });
}
