import type { FastifyRequest } from "fastify";
import { Refusal } from "../../platform/refusal.ts";
import type { CitizensDeps } from "./deps.ts";

/** As it is registered with the government. @throws Refusal 400 for a Host that is none */
export function ownAddress({ config }: Pick<CitizensDeps, "config">, request: FastifyRequest, path: string): URL {
  const address = URL.parse(path, config.PUBLIC_BASE_URL ?? `${request.protocol}://${request.host}`);
  if (address) return address;
  throw new Refusal(400, "request-malformed", { errors: [{ field: "Host", code: "field-malformed" }] });
}
