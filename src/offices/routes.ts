import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Actor } from "../identity/actor.ts";
import { operableOffice } from "../identity/office-access.ts";
import type { Database } from "../platform/database/transaction.ts";
import { problemResponse } from "../platform/http/problem.ts";
import type { App } from "../platform/http/server.ts";
import type { Clock } from "../platform/time.ts";
import { officeResponse, serviceResponse } from "./contract.ts";
import { officeById, services } from "./sql.ts";

export interface OfficeDeps {
  readonly db: Database;
  readonly clock: Clock;
  authenticate(request: FastifyRequest): Promise<Actor>;
}

/** Four weeks. */
const USUAL_HOURS = 28 * 24;

const params = z.object({ office: z.string() });
const problems = { "4xx": problemResponse, "5xx": problemResponse };

export async function officeRoutes(app: App, { db, clock, authenticate }: OfficeDeps): Promise<void> {
  const officeOptions = { schema: { params, response: { 200: officeResponse, ...problems } } };
  app.get("/api/offices/:office", officeOptions, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, async (tx) => ({
      ...(await officeById(tx, office.id, clock().subtract({ hours: USUAL_HOURS }))),
      services: await services(tx),
    }));
  });

  const servicesOptions = {
    schema: { params, response: { 200: z.object({ services: z.array(serviceResponse) }), ...problems } },
  };
  app.get("/api/offices/:office/services", servicesOptions, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    return db.read({ office: office.id }, async (tx) => ({ services: await services(tx) }));
  });
}
