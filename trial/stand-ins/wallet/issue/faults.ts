import type { ServerResponse } from "node:http";
import { decoded, encoded } from "./signing.ts";

/** For tests: what is wrong with a list that is fetched. */
export type ListFault = "none" | "down" | "silent" | "stale" | "tampered" | "bomb";

export interface WalletFaults {
  trustList: ListFault;
  /** Of every issuer */
  statusLists: ListFault;
}

export function sendList(response: ServerResponse, fault: ListFault, type: string, jwt: string) {
  if (fault === "silent") return response;
  if (fault === "down") {
    response.writeHead(503);
    return response.end();
  }
  response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
  return response.end(fault === "tampered" ? withOtherPayload(jwt) : jwt);
}

/** What was not signed: a member more */
function withOtherPayload(jwt: string): string {
  const [header, payload, signature] = jwt.split(".");
  return [header, encoded({ ...(decoded(payload) as object), tampered: true }), signature].join(".");
}
