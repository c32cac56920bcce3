import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Actor } from "../identity/actor.ts";
import type { Database } from "../platform/database/transaction.ts";
import { problemResponse } from "../platform/http/problem.ts";
import type { Clock } from "../platform/time.ts";
import { knownDate } from "./contract.ts";

export interface AppointmentDeps {
  readonly db: Database;
  readonly clock: Clock;
  authenticate(request: FastifyRequest): Promise<Actor>;
}

export const ofOffice = z.object({ office: z.string() });
export const ofDay = z.object({ office: z.string(), date: knownDate });
export const ofAppointment = z.object({ office: z.string(), id: z.string() });
export const problems = { "4xx": problemResponse, "5xx": problemResponse };

const version = z.string().optional().describe('The version seen, such as "7". Without it: 428');
const key = z
  .string()
  .optional()
  .describe("1 to 200 visible ASCII characters, the same for every repetition. Without it: 428");
/** For the OpenAPI: what is missing is refused where it is read. */
export const seen = z.looseObject({ "if-match": version });
export const maybeSeen = z.looseObject({
  "if-match": z.string().optional().describe("Optional: the version seen. Doing the same again changes nothing"),
});
export const keyed = z.looseObject({ "idempotency-key": key });
export const seenAndKeyed = z.looseObject({ "if-match": version, "idempotency-key": key });
