import type { FastifyRequest } from "fastify";

/** Where the citizens' pages are for whoever is outside. */
export const baseOf = (request: FastifyRequest, configured: string | undefined): string =>
  configured ? new URL(configured).origin : `${request.protocol}://${request.host}`;
