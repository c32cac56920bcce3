import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Database } from "../platform/database/transaction.ts";
import { idempotencyKey } from "../platform/http/idempotency.ts";
import { problemResponse } from "../platform/http/problem.ts";
import { ifMatch } from "../platform/http/versions.ts";
import type { Clock } from "../platform/time.ts";
import type { Actor } from "./actor.ts";

/** What the routes of the staff are made of, in every module. Headers that are missing are refused where they are read. */

export interface StaffRouteDeps {
  readonly db: Database;
  readonly clock: Clock;
  /** Looks anew each time: a stream asks again while it goes on */
  authenticate(request: FastifyRequest): Promise<Actor>;
}

export const ofOffice = z.object({ office: z.string() });

export const problems = { "4xx": problemResponse, "5xx": problemResponse };

const version = ifMatch.optional();
const key = idempotencyKey
  .optional()
  .describe("1 to 200 visible ASCII characters, the same for every repetition. Without it: 428");

export const seen = z.looseObject({ "if-match": version.describe('The version seen, such as "7". Without it: 428') });
/** Of what asking twice does no harm to */
export const maybeSeen = z.looseObject({
  "if-match": version.describe("Optional: the version seen; 412 should it be another by now"),
});
/** Of what many desks ask for again and again */
export const ifNoneMatch = z.looseObject({
  "if-none-match": z
    .string()
    .optional()
    .describe("Optional: the ETag of what the caller has; 304 where it is so still"),
});
export const keyed = z.looseObject({ "idempotency-key": key });
export const seenAndKeyed = seen.extend(keyed.shape);
