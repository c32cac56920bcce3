import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { problems } from "../../identity/staff-routes.ts";
import { calendarDate } from "../../platform/date-schemas.ts";
import type { App } from "../../platform/http/server.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { FirstTimes } from "../find/first-times/first-times.ts";
import { findService } from "../find/services-found.ts";
import { ADDRESS } from "../frame/address.ts";
import type { CitizensDeps } from "../frame/deps.ts";
import { ownAddress } from "../frame/own-address.ts";
import { qrFile } from "../frame/qr.ts";
import { firstTimeResponse, openOfficesResponse, openServicesResponse, openTimesResponse } from "./contract.ts";
import {
  firstTimeAt,
  officesCsv,
  openOffices,
  openOfficesJsonLd,
  openServices,
  requireOffice,
  type Site,
  servicesCsv,
} from "./open-data.ts";
import { openTimes } from "./open-times.ts";
import { OPEN_DATA_PATH } from "./statistics/addresses.ts";
import { statisticsRoutes } from "./statistics/routes.ts";

/** Others' caches may keep it for so long; of a first time they may not. */
const SECONDS = 300;

interface OpenDataDeps extends Pick<CitizensDeps, "lookDb" | "clock" | "config"> {
  readonly firstTimes: FirstTimes;
}

/** Open data of offices and services, for anybody: without a name, a cookie or a key; limited as any stranger is. */
export function openDataRoutes(app: App, { lookDb, clock, config, firstTimes }: OpenDataDeps): void {
  // A page of any site may read it, refusals too, also of who asks too often: that is before any request begins.
  app.addHook("onSend", async (_request, reply) => {
    reply.headers({
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "etag, retry-after",
      "cross-origin-resource-policy": "cross-origin",
    });
  });
  const siteOf =
    (request: FastifyRequest): Site =>
    (path) =>
      ownAddress({ config }, request, path).href;

  const offices = { schema: { response: { 200: openOfficesResponse, ...problems } } };
  app.get(`${OPEN_DATA_PATH}/offices`, offices, async (request, reply) =>
    kept(reply, { offices: await openOffices({ db: lookDb }, siteOf(request), clock()) }),
  );
  app.get(`${OPEN_DATA_PATH}/offices.csv`, { schema: { hide: true } }, async (request, reply) =>
    asFile(reply, "offices.csv", officesCsv(await openOffices({ db: lookDb }, siteOf(request), clock()))),
  );

  app.get(`${OPEN_DATA_PATH}/offices.jsonld`, { schema: { hide: true } }, async (request, reply) =>
    reply
      .type("application/ld+json")
      .send(JSON.stringify(kept(reply, await openOfficesJsonLd({ db: lookDb }, siteOf(request))))),
  );

  const services = { schema: { response: { 200: openServicesResponse, ...problems } } };
  app.get(`${OPEN_DATA_PATH}/services`, services, async (request, reply) =>
    kept(reply, { services: await openServices({ db: lookDb }, siteOf(request)) }),
  );
  app.get(`${OPEN_DATA_PATH}/services.csv`, { schema: { hide: true } }, async (request, reply) =>
    asFile(reply, "services.csv", servicesCsv(await openServices({ db: lookDb }, siteOf(request)))),
  );

  const ofService = { params: z.object({ code: z.string() }), querystring: z.strictObject({ service: z.string() }) };
  const first = { schema: { ...ofService, response: { 200: firstTimeResponse, ...problems } } };
  app.get(`${OPEN_DATA_PATH}/offices/:code/first-time`, first, async (request) => {
    const { service } = request.query;
    if (!(await findService(lookDb, service))) throw new Refusal(404, "service-not-found");
    return firstTimeAt({ db: lookDb, firstTimes }, { code: request.params.code, service }, siteOf(request), clock());
  });

  const days = z.strictObject({ service: z.string(), from: calendarDate, to: calendarDate.describe("Included") });
  const times = {
    schema: { params: ofService.params, querystring: days, response: { 200: openTimesResponse, ...problems } },
  };
  app.get(`${OPEN_DATA_PATH}/offices/:code/times`, times, async (request) =>
    openTimes({ db: lookDb }, { code: request.params.code, ...request.query }, clock()),
  );

  statisticsRoutes(app, { lookDb, clock, siteOf });

  const drawing = {
    schema: {
      hide: true,
      params: z.object({ code: z.string() }),
      querystring: z.looseObject({ service: z.string().optional() }),
    },
  };
  app.get(`${OPEN_DATA_PATH}/offices/:code/qr.svg`, drawing, async (request, reply) => {
    const { code } = request.params;
    await requireOffice({ db: lookDb }, code);
    const address = siteOf(request)(ADDRESS.office(code, request.query.service));
    return reply.type("image/svg+xml").send(kept(reply, qrFile(address).markup));
  });
}

/** By any cache, once it is known that there is something to keep. */
function kept<Answer>(reply: FastifyReply, answer: Answer): Answer {
  reply.header("cache-control", `public, max-age=${SECONDS}`);
  return answer;
}

const asFile = (reply: FastifyReply, name: string, text: string): FastifyReply =>
  reply
    .type("text/csv; charset=utf-8")
    .header("content-disposition", `attachment; filename="${name}"`)
    .send(kept(reply, text));
