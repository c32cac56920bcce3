import type { FastifyRequest } from "fastify";

/** Whether some of its body is still on the way: then whoever sends it is waited for, nobody else. */
export const isArriving = ({ raw, headers }: FastifyRequest): boolean =>
  !raw.complete && (headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0);
