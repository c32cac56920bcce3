import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Actor } from "../identity/actor.ts";
import type { Database } from "../platform/database/transaction.ts";
import { problemResponse } from "../platform/http/problem.ts";
import type { Clock } from "../platform/time.ts";

export interface OfficeDeps {
  readonly db: Database;
  readonly clock: Clock;
  authenticate(request: FastifyRequest): Promise<Actor>;
}

export const params = z.object({ office: z.string() });
export const problems = { "4xx": problemResponse, "5xx": problemResponse };
