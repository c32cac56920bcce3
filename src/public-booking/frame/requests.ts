import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../platform/http/server.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Html } from "../../platform/text/html.ts";
import { hashOfToken } from "../../platform/token.ts";
import { formMark } from "../form/token.ts";
import { sessionHashIn } from "./session-cookie.ts";

/** How citizens' pages are asked for and answered. */

/** The booking's own, and the only one: it holds nothing but a key to what was typed. */
const COOKIE = "__Host-booking";
const attributes = { path: "/", secure: true, httpOnly: true, sameSite: "lax" } as const;

export const tokenIn = (request: FastifyRequest): string | undefined => request.cookies[COOKIE];

export const tokenHashIn = (request: FastifyRequest): Buffer | null => hashOfToken(tokenIn(request));

export const setToken = (reply: FastifyReply, token: string): FastifyReply =>
  reply.setCookie(COOKIE, token, attributes);

export const clearToken = (reply: FastifyReply): FastifyReply => reply.clearCookie(COOKIE, attributes);

/** For the forms of a page; null: the browser has nothing that another site could meddle with. */
export const markIn = (request: FastifyRequest): string | null => marksIn(request)[0] ?? null;

/** Of what it fills in, and of whoever is signed in there. */
const marksIn = (request: FastifyRequest): string[] =>
  [tokenHashIn(request), sessionHashIn(request)].filter((hash) => hash !== null).map(formMark);

/** What all routes of citizens' pages have in common. */
export const PAGE = { config: { provesItsForms: true } } as const;

export const sendPage = (reply: FastifyReply, { markup }: Html, status = 200): FastifyReply =>
  reply.code(status).type("text/html; charset=utf-8").send(markup);

/** After a form was sent: the next page is asked for anew, so that reloading it sends nothing again. */
export const goOn = (reply: FastifyReply, address: string): FastifyReply => reply.redirect(address, 303);

const FORM = "application/x-www-form-urlencoded";
/** More than the longest of our forms has */
const LONGEST_FORM = 8 * 1024;
const MOST_FIELDS = 40;

/** What a form of ours sends: texts by their names, the last one of each. */
export type Sent = Readonly<Record<string, string>>;

export function readForms(app: App): void {
  const options = { parseAs: "string", bodyLimit: LONGEST_FORM } as const;
  app.addContentTypeParser(FORM, options, (_request, text: string, done) => {
    const fields = [...new URLSearchParams(text)];
    if (fields.length > MOST_FIELDS) done(new Refusal(413, "request-too-large"));
    else done(null, Object.fromEntries(fields.map(([name, value]) => [name, storable(value)])));
  });
  app.addHook("preHandler", async (request) => requireOwnForm(request));
}

/** PostgreSQL takes neither NUL nor half a character. */
const storable = (text: string): string => text.toWellFormed().replaceAll("\0", "");

/**
 * Browsers say from where a form was sent, and that was looked at already. One that says nothing sends along what only a
 * page of ours could have told it; or it has no form yet, which nobody could be made to send.
 */
function requireOwnForm(request: FastifyRequest): void {
  const { method, headers, body } = request;
  const type = headers["content-type"];
  if (method === "POST" && type !== undefined && !type.startsWith(FORM))
    throw new Refusal(415, "content-type-unsupported");
  const linkHash = hashOfToken((request.params as { readonly token?: string }).token);
  // Programs that look through mail send to links too: without a form of their page they change nothing.
  if (method === "POST" && linkHash && (body as Sent | undefined)?.mark !== formMark(linkHash))
    throw new Refusal(403, "cross-site");
  if (method !== "POST" || linkHash || headers["sec-fetch-site"] !== undefined || headers.origin !== undefined) return;
  const marks = marksIn(request);
  const { mark } = (body as Sent | undefined) ?? {};
  if (marks.length > 0 && (mark === undefined || !marks.includes(mark))) throw new Refusal(403, "cross-site");
}
