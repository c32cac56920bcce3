import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { CLIENT_ID, isRegistered, isRegisteredCallback } from "./gsis-client.ts";
import { personAt } from "./gsis-doors.ts";
import { refusedPage, signInPage, standInSignedOutPage } from "./gsis-pages.ts";
import { type GsisState, sessionCookie, sessionIn } from "./gsis-state.ts";
import { formBody, redirect, sendHtml } from "./http.ts";

type Answer = (values: Readonly<Record<string, string>>) => ServerResponse;
type Approve = (personId: string) => ServerResponse;

/** An unknown application gets a page, never a redirect; a known one its answer at its callback. */
export function authorize(state: GsisState, request: IncomingMessage, response: ServerResponse, url: URL) {
  const asked = Object.fromEntries(url.searchParams);
  if (asked.client_id !== CLIENT_ID) return sendHtml(response, 400, refusedPage("client_id"));
  const redirectUri = asked.redirect_uri ?? "";
  if (!isRegisteredCallback(redirectUri, state.publicOrigin, state.door.callback)) {
    return sendHtml(response, 400, refusedPage("redirect_uri"));
  }
  const answer: Answer = (values) => redirect(response, withQuery(redirectUri, { ...values, state: asked.state }));
  if (asked.response_type !== "code") return answer({ error: "unsupported_response_type" });
  if (asked.scope !== "read") return answer({ error: "invalid_scope", error_description: "Invalid scope" });
  const challenge = asked.code_challenge ?? null;
  const approve: Approve = (personId) => answer({ code: state.grants.code({ personId, redirectUri, challenge }) });
  if (request.method === "POST") return decide(state, request, response, { approve, answer });
  const previous = state.signedIn.get(sessionIn(request));
  return previous ? approve(previous) : sendHtml(response, 200, signInPage(state.door, false));
}

async function decide(
  state: GsisState,
  request: IncomingMessage,
  response: ServerResponse,
  { approve, answer }: { readonly approve: Approve; readonly answer: Answer },
) {
  const denied = () => answer({ error: "access_denied", error_description: "User denied access" });
  const form = await formBody(request);
  if (form.has("deny")) return denied();
  const person = personAt(state.door, form.get("userid") ?? "");
  if (!person) return sendHtml(response, 422, signInPage(state.door, true));
  if (person.isDenied) return denied();
  const session = randomBytes(16).toString("base64url");
  state.signedIn.set(session, person.id);
  response.setHeader("set-cookie", sessionCookie(state, session));
  return approve(person.id);
}

/** Works only in the browser that signed in, and leads back only to the registered application. */
export function logOut(state: GsisState, request: IncomingMessage, response: ServerResponse, url: URL) {
  state.signedIn.delete(sessionIn(request));
  response.setHeader("set-cookie", sessionCookie(state, ""));
  const back = url.searchParams.get("url") ?? "";
  return isRegistered(back, state.publicOrigin)
    ? redirect(response, new URL(back))
    : sendHtml(response, 200, standInSignedOutPage());
}

function withQuery(address: string, values: Readonly<Record<string, string | undefined>>): URL {
  const url = new URL(address);
  for (const [name, value] of Object.entries(values)) if (value !== undefined) url.searchParams.set(name, value);
  return url;
}
