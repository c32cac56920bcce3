import type { IncomingMessage, ServerResponse } from "node:http";
import { CLIENT_ID, CLIENT_SECRET } from "./gsis-client.ts";
import { personAt } from "./gsis-doors.ts";
import type { GsisState } from "./gsis-state.ts";
import { userinfoXml } from "./gsis-userinfo.ts";
import { formBody, isOfType, sendJson } from "./http.ts";

/** The client's secret comes in the body; errors are JSON. */
export async function token({ faults, grants }: GsisState, request: IncomingMessage, response: ServerResponse) {
  if (faults.token === "slow") return response;
  if (faults.token === "broken") return sendJson(response, 500, { error: "server_error" });
  if (!isOfType(request, "application/x-www-form-urlencoded")) {
    return sendJson(response, 415, { error: "invalid_request" });
  }
  const form = await formBody(request);
  const value = (name: string) => form.get(name) ?? "";
  if (value("client_id") !== CLIENT_ID || value("client_secret") !== CLIENT_SECRET) {
    return sendJson(response, 401, { error: "invalid_client", error_description: "Bad client credentials" });
  }
  if (value("grant_type") !== "authorization_code") {
    return sendJson(response, 400, { error: "unsupported_grant_type" });
  }
  const accessToken = grants.exchange(value("code"), value("redirect_uri"), value("code_verifier"));
  if (accessToken === null) {
    return sendJson(response, 400, { error: "invalid_grant", error_description: "Invalid authorization code" });
  }
  return sendJson(response, 200, { access_token: accessToken, token_type: "bearer", expires_in: 599, scope: "read" });
}

/** XML for a person, JSON for an error. */
export function userinfo({ faults, grants, door }: GsisState, request: IncomingMessage, response: ServerResponse) {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? "";
  const person = personAt(door, grants.personOf(bearer) ?? "");
  if (!person) {
    return sendJson(response, 401, { error: "invalid_token", error_description: "Invalid access token" });
  }
  response.writeHead(faults.userinfoStatus, {
    "content-type": "application/xml;charset=UTF-8",
    "cache-control": "no-store",
  });
  return response.end(faults.userinfo ?? userinfoXml(person));
}
