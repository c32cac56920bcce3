import type { FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../refusal.ts";

/** The version in `If-Match: "7"`; null when none was sent. Any version, or one of several, is not the one that was seen. */
export function versionIn(request: FastifyRequest): number | null {
  const header = request.headers["if-match"];
  if (header === undefined || header.trim() === "*" || header.includes(",")) return null;
  const match = /^\s*(?:W\/)?"?(\d{1,9})"?\s*$/.exec(header);
  if (!match) throw new Refusal(400, "request-malformed", { errors: [{ field: "If-Match", code: "field-malformed" }] });
  return Number(match[1]);
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
