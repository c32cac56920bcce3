import type { FastifyRequest } from "fastify";
import { Refusal } from "../refusal.ts";

export const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

declare module "fastify" {
  interface FastifyContextConfig {
    /** Its forms prove themselves where a browser, such as a text browser, does not say from where they come */
    readonly provesItsForms?: boolean;
    /** A program of somebody else's sends there, by a key in the address: it goes by no cookie */
    readonly isForPrograms?: boolean;
  }
}

/** A request that changes something must come from our own pages: another site's script can't forge these headers. */
export function requireSameOrigin(request: FastifyRequest, publicBaseUrl: string | undefined): void {
  if (SAFE_METHODS.has(request.method)) return;
  const { "sec-fetch-site": site, origin } = request.headers;
  if (site === "same-origin" || request.routeOptions.config.isForPrograms) return;
  const own = publicBaseUrl ? new URL(publicBaseUrl).origin : `${request.protocol}://${request.host}`;
  if (site === undefined && origin === own) return;
  if (site === undefined && origin === undefined && request.routeOptions.config.provesItsForms) return;
  throw new Refusal(403, "cross-site");
}
