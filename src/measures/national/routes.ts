import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import {
  type MinistryStaff,
  ministryStaff,
  NATION,
  OF_MINISTRY,
  supervisedOffice,
} from "../../identity/ministry-access.ts";
import { problems, type StaffRouteDeps } from "../../identity/staff-routes.ts";
import { closedWeeks } from "../../platform/closed-weeks.ts";
import type { AcrossOffices } from "../../platform/database/sql.ts";
import { languageOf } from "../../platform/http/problem.ts";
import type { App } from "../../platform/http/server.ts";
import { Refusal } from "../../platform/refusal.ts";
import { dateOf } from "../../platform/time.ts";
import { howItWentParams } from "../contract.ts";
import { catalogueMinutesChanges } from "../figures/changes-sql.ts";
import { howItWent } from "../figures/how-it-went.ts";
import {
  howOfficesDoParams,
  howOfficesDoResponse,
  nationalFileParams,
  officesOfRegionParams,
  officesOfRegionResponse,
  officeWentResponse,
} from "./contract.ts";
import { howOfficesDo } from "./how-offices-do.ts";
import { definitionsCsv, nationCsv } from "./nation-csv.ts";
import { officeWithCode } from "./national-sql.ts";
import { figuresOfNation, officesOfRegion } from "./offices-of-region.ts";

const base = "/api/ministry/how-offices-do";
const file = { description: "A file", content: { "text/csv": { schema: z.string() } } };

/** «Πώς πάνε τα ΚΕΠ»: closed weeks of all offices, for the ministry. */
export async function nationalFiguresRoutes(app: App, { db, clock, authenticate }: StaffRouteDeps): Promise<void> {
  type Look<T> = (tx: AcrossOffices, ministry: MinistryStaff, now: Temporal.Instant) => Promise<T>;
  const look = async <T>(request: FastifyRequest, read: Look<T>): Promise<T> => {
    const ministry = ministryStaff(await authenticate(request));
    return db.read(OF_MINISTRY, (tx) => read(tx, ministry, clock()));
  };

  const page = { querystring: howOfficesDoParams, response: { 200: howOfficesDoResponse, ...problems } };
  app.get(base, { schema: page }, (request) =>
    look(request, (tx, ministry, now) => howOfficesDo(tx, ministry, request.query, now)),
  );

  const region = { querystring: officesOfRegionParams, response: { 200: officesOfRegionResponse, ...problems } };
  app.get(`${base}/offices`, { schema: region }, (request) =>
    look(request, (tx, ministry, now) => officesOfRegion(tx, ministry, request.query, now)),
  );

  const csv = { querystring: nationalFileParams, response: { 200: file, ...problems } };
  app.get(`${base}.csv`, { schema: csv }, async (request, reply) => {
    const figures = await look(request, (tx, ministry, now) => figuresOfNation(tx, ministry, request.query.weeks, now));
    return sendFile(reply, `offices-${figures.from}-${figures.to}.csv`, nationCsv(figures, languageOf(request)));
  });
  app.get(`${base}/definitions.csv`, { schema: { response: { 200: file, ...problems } } }, async (request, reply) => {
    ministryStaff(await authenticate(request));
    return sendFile(reply, "definitions.csv", definitionsCsv(languageOf(request)));
  });

  const ofOne = {
    params: z.object({ code: z.string() }),
    querystring: howItWentParams,
    response: { 200: officeWentResponse, ...problems },
  };
  app.get("/api/ministry/offices/:code/how-it-went", { schema: ofOne }, async (request) => {
    const weeks = closedWeeks(dateOf(clock()), request.query.weeks);
    const { office, national } = await look(request, async (tx, ministry) => {
      const found = await officeWithCode(tx, request.params.code);
      if (!found) throw new Refusal(404, "office-not-found");
      return { office: supervisedOffice(ministry, found), national: await catalogueMinutesChanges(tx, NATION, weeks) };
    });
    return db.read({ office: office.id }, async (tx) => ({
      name: office.name,
      ...(await howItWent(tx, office, weeks, national)),
    }));
  });
}

const sendFile = (reply: FastifyReply, name: string, text: string) =>
  reply.type("text/csv; charset=utf-8").header("content-disposition", `attachment; filename="${name}"`).send(text);
