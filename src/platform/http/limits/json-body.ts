import { Refusal } from "../../refusal.ts";
import type { App } from "../server.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** How many parts a body may have, where it is long for another reason than having many */
    readonly mostMembers?: number;
  }
}

/** More than our longest request has: five thousand decisions of a few particulars each. */
const MOST_MEMBERS = 35_000;
/** No part of ours is shorter on the average. */
const BYTES_A_MEMBER = 16;

/** A change is a merge patch (RFC 7396), and may say so. */
const TYPES = ["application/json", "application/merge-patch+json"];

/** Each part within another; none of ours is within more than a handful. */
const MOST_DEPTH = 64;

/**
 * Bodies are JSON. One of too many parts, or of parts within parts without end, is refused unread: reading and checking hundreds of
 * thousands takes seconds, and whoever follows them down runs out of room.
 */
export function readJson(app: App): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser(TYPES, { parseAs: "string" }, (request, text: string, done) => {
    const { bodyLimit, config } = request.routeOptions;
    const most = config.mostMembers ?? Math.min(MOST_MEMBERS, bodyLimit / BYTES_A_MEMBER);
    if (hasMoreParts(text, most)) done(new Refusal(413, "request-too-large"));
    else void parse(request, text, done);
  });
}

const [QUOTE, BACKSLASH, COMMA, BRACKET, BRACKET_END, BRACE, BRACE_END] = [...'"\\,[]{}'].map((mark) =>
  mark.charCodeAt(0),
);

/** By the commas and brackets outside of strings. */
export function hasMoreParts(text: string, most: number): boolean {
  let [commas, depth] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === COMMA && ++commas >= most) return true;
    else if ((code === BRACKET || code === BRACE) && ++depth > MOST_DEPTH) return true;
    else if (code === BRACKET_END || code === BRACE_END) depth--;
  }
  return false;
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}
