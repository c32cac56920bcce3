import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Actor } from "../identity/actor.ts";
import { operableOffice } from "../identity/office-access.ts";
import type { Database } from "../platform/database/transaction.ts";
import { problemResponse } from "../platform/http/problem.ts";
import type { App } from "../platform/http/server.ts";
import type { Clock } from "../platform/time.ts";
import { namesakesRequest, namesakesResponse, searchRequest, searchResponse } from "./contract.ts";
import { namesakes } from "./namesakes.ts";
import { search } from "./search.ts";

export interface SearchDeps {
  readonly db: Database;
  readonly clock: Clock;
  authenticate(request: FastifyRequest): Promise<Actor>;
}

const params = z.object({ office: z.string() });
const problems = { "4xx": problemResponse, "5xx": problemResponse };

/** Questions with names in them: posted, so that no address holds one. They write, because each leaves its record. */
export async function searchRoutes(app: App, { db, clock, authenticate }: SearchDeps): Promise<void> {
  const searchOptions = { schema: { params, body: searchRequest, response: { 200: searchResponse, ...problems } } };
  app.post("/api/offices/:office/appointment-searches", searchOptions, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const { text } = request.body;
    return db.write({ office: office.id }, (tx) => search(tx, office, text, clock()));
  });

  const namesOptions = {
    schema: { params, body: namesakesRequest, response: { 200: namesakesResponse, ...problems } },
  };
  app.post("/api/offices/:office/namesakes", namesOptions, async (request) => {
    const office = operableOffice(await authenticate(request), request.params.office);
    const { body } = request;
    return db.write({ office: office.id }, (tx) => namesakes(tx, office, body, clock()));
  });
}
