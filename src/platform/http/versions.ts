import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { Refusal } from "../refusal.ts";

/** A version, any, or one of several */
const IF_MATCH = /^\s*(?:(?:W\/)?"?(\d{1,9})"?|\*|[^,]*,.*)\s*$/;

/** The header as the contract shows it; it is read, and refused, by `versionIn`. */
export const ifMatch = z.string().meta({ pattern: IF_MATCH.source });

/** The version in `If-Match: "7"`; null when none was sent. Any version, or one of several, is not the one that was seen. */
export function versionIn(request: FastifyRequest): number | null {
  const header = request.headers["if-match"];
  if (header === undefined) return null;
  const match = IF_MATCH.exec(header);
  if (!match) throw new Refusal(400, "request-malformed", { errors: [{ field: "If-Match", code: "field-malformed" }] });
  return match[1] === undefined ? null : Number(match[1]);
}

export function requiredVersionIn(request: FastifyRequest): number {
  const version = versionIn(request);
  if (version === null) throw new Refusal(428, "version-missing");
  return version;
}

export const sendVersioned = <Body extends { readonly version: number }>(reply: FastifyReply, body: Body): Body => {
  reply.header("etag", `"${body.version}"`);
  return body;
};
