import type { IncomingMessage } from "node:http";
import type { GsisDoor } from "./gsis-doors.ts";
import type { Grants } from "./gsis-grants.ts";

/** For tests: how the token endpoint behaves, what userinfo answers instead of the person, and with which status. */
export interface GsisFaults {
  token: "none" | "slow" | "broken";
  userinfo: string | null;
  userinfoStatus: number;
}

export interface GsisState {
  readonly realm: string;
  readonly door: GsisDoor;
  /** Accepted besides every loopback address */
  readonly publicOrigin?: string | undefined;
  readonly faults: GsisFaults;
  readonly grants: Grants;
  /** Its own session in the browser, which outlives ours: who comes next is signed in as the one before */
  readonly signedIn: Map<string, string>;
}

const COOKIE = "gsis-trial-session";

export const sessionIn = (request: IncomingMessage): string =>
  new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]+)`).exec(request.headers.cookie ?? "")?.[1] ?? "";

export const sessionCookie = ({ realm }: GsisState, session: string): string =>
  `${COOKIE}=${session}; Path=/${realm}; HttpOnly; SameSite=Lax${session === "" ? "; Max-Age=0" : ""}`;
