import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { problems } from "../../../identity/staff-routes.ts";
import { hasUnchanged, takesEncoding } from "../../../platform/http/negotiation.ts";
import type { App } from "../../../platform/http/server.ts";
import type { CitizensDeps } from "../../frame/deps.ts";
import { openServices, type Site } from "../open-data.ts";
import { officeFacts } from "../open-data-sql.ts";
import { OPEN_DATA_PATH, STATISTICS_PATH } from "./addresses.ts";
import { openMonthsResponse } from "./contract.ts";
import { publicServicesJsonLd } from "./cpsv.ts";
import { catalogueJsonLd } from "./dcat.ts";
import { publishedFile } from "./file.ts";
import { publishedMonths } from "./months.ts";
import { dataPackage, tableSchema } from "./table-schema.ts";

interface StatisticsDeps extends Pick<CitizensDeps, "lookDb" | "clock"> {
  siteOf(request: FastifyRequest): Site;
}

/** A list may grow; what was published as a version stays as it is. */
const LIST_CACHE = "public, max-age=300";
const VERSION_CACHE = "public, max-age=31536000, immutable";

/** Open data of months, and what harvesters of catalogues read of all open data. */
export function statisticsRoutes(app: App, { lookDb, clock, siteOf }: StatisticsDeps): void {
  const list = { schema: { response: { 200: openMonthsResponse, ...problems } } };
  app.get(STATISTICS_PATH, list, async (request, reply) => {
    reply.header("cache-control", LIST_CACHE);
    return publishedMonths(lookDb, siteOf(request), clock());
  });

  const hidden = { schema: { hide: true } };
  const json = (reply: FastifyReply, body: object, type = "application/json; charset=utf-8") =>
    reply.header("cache-control", LIST_CACHE).type(type).send(JSON.stringify(body));
  app.get(`${STATISTICS_PATH}/schema.json`, hidden, async (_request, reply) => json(reply, tableSchema));
  app.get(`${STATISTICS_PATH}/datapackage.json`, hidden, async (request, reply) =>
    json(reply, dataPackage(await publishedMonths(lookDb, siteOf(request), clock()), siteOf(request))),
  );
  app.get(`${OPEN_DATA_PATH}/catalogue.jsonld`, hidden, async (request, reply) =>
    json(reply, catalogueJsonLd(await publishedMonths(lookDb, siteOf(request), clock()), siteOf(request)), LINKED),
  );
  app.get(`${OPEN_DATA_PATH}/public-services.jsonld`, hidden, async (request, reply) => {
    const site = siteOf(request);
    const [services, offices] = await Promise.all([openServices({ db: lookDb }, site), officeFacts(lookDb.nation)]);
    return json(reply, publicServicesJsonLd({ services, offices }, site), LINKED);
  });

  const file = { schema: { hide: true, params: z.object({ file: z.string() }) } };
  app.get(`${STATISTICS_PATH}/:file`, file, async (request, reply) => {
    const { wanted, gzipped, sha256 } = await publishedFile(lookDb, request.params.file, clock());
    // Weak: the same file in two encodings
    const etag = `W/"${sha256}"`;
    reply.headers({
      etag,
      "cache-control": wanted.version === null ? LIST_CACHE : VERSION_CACHE,
      vary: "accept-encoding",
    });
    if (hasUnchanged(request, etag)) return reply.code(304).send();
    reply
      .type(wanted.format === "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8")
      .header("content-disposition", `attachment; filename="visits-${request.params.file}"`);
    if (takesEncoding(request, "gzip")) return reply.header("content-encoding", "gzip").send(gzipped);
    return reply.send(await promisify(gunzip)(gzipped));
  });
}

const LINKED = "application/ld+json; charset=utf-8";
