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
