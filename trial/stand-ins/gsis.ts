import { authorize, logOut } from "./gsis-authorize.ts";
import { CLIENT_ID } from "./gsis-client.ts";
import { STAFF_DOOR } from "./gsis-doors.ts";
import { createGrants } from "./gsis-grants.ts";
import type { GsisFaults, GsisState } from "./gsis-state.ts";
import { token, userinfo } from "./gsis-token.ts";
import { type RunningServer, sendHtml, startServer } from "./http.ts";
import { notFoundPage, sendStyles } from "./page.ts";

export interface GsisStandIn extends RunningServer {
  readonly faults: GsisFaults;
}

/** The government's OAuth 2 server as far as signing in goes, quirks included: plain OAuth 2, XML, a session of its own. */
export async function startGsis({
  realm,
  publicOrigin,
  door = STAFF_DOOR,
}: Pick<GsisState, "realm" | "publicOrigin"> & Partial<Pick<GsisState, "door">>): Promise<GsisStandIn> {
  const faults: GsisFaults = { token: "none", userinfo: null, userinfoStatus: 200 };
  const state: GsisState = { realm, door, publicOrigin, faults, grants: createGrants(), signedIn: new Map() };
  const server = await startServer((request, response, url) => {
    switch (`${request.method} ${url.pathname}`) {
      case "GET /page.css":
        return sendStyles(response);
      case `GET /${realm}/oauth/authorize`:
      case `POST /${realm}/oauth/authorize`:
        return authorize(state, request, response, url);
      case `POST /${realm}/oauth/token`:
        return token(state, request, response);
      case `GET /${realm}/userinfo`:
        return userinfo(state, request, response);
      case `GET /${realm}/logout/${CLIENT_ID}/`:
        return logOut(state, request, response, url);
      default:
        return sendHtml(response, 404, notFoundPage());
    }
  });
  return { ...server, faults };
}
