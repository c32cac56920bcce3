import type { IncomingMessage, ServerResponse } from "node:http";
import { TRIAL_PREFIX } from "../../src/platform/config.ts";
import { changeGates, employee, type Gates, office } from "./directory-answers.ts";
import { directoryPage } from "./directory-page.ts";
import { type RunningServer, sendHtml, sendJson, startServer } from "./http.ts";
import { sendStyles } from "./page.ts";
import { PEOPLE, type StandInGate } from "./people.ts";

export interface DirectoryControl {
  mode: "normal" | "slow" | "down" | "garbage";
  setGates(personId: string, gates: readonly StandInGate[]): void;
}

export interface DirectoryStandIn extends RunningServer {
  readonly control: DirectoryControl;
}

export const USERNAME = TRIAL_PREFIX;
export const PASSWORD = `${TRIAL_PREFIX}-password`;
const AUTHORIZATION = `Basic ${Buffer.from(`${USERNAME}:${PASSWORD}`).toString("base64")}`;

/** The directory of θυρίδες. Rights can be changed while it runs, and it can be made to fail. */
export async function startDirectory(): Promise<DirectoryStandIn> {
  const gates: Gates = new Map(PEOPLE.map((person) => [person.id, person.gates]));
  const control: DirectoryControl = {
    mode: "normal",
    setGates: (personId, wanted) => void gates.set(personId, wanted),
  };
  const server = await startServer((request, response, url) => {
    const path = `${request.method} ${url.pathname}`;
    const personId = /^PUT \/people\/([a-z]+)\/gates$/.exec(path)?.[1];
    if (personId) return changeGates(gates, request, response, personId);
    if (path === "GET /") return sendHtml(response, 200, directoryPage(gates));
    if (path === "GET /page.css") return sendStyles(response);
    return fault(control, request, response) ?? ask(path, gates, request, response);
  });
  return { ...server, control };
}

function fault({ mode }: DirectoryControl, request: IncomingMessage, response: ServerResponse) {
  if (mode === "slow") return response;
  if (mode === "down") return request.socket.destroy();
  return mode === "garbage" ? sendJson(response, 200, {}) : null;
}

function ask(path: string, gates: Gates, request: IncomingMessage, response: ServerResponse) {
  if (request.headers.authorization !== AUTHORIZATION) return sendJson(response, 401, { error: "unauthorized" });
  if (path === "POST /kepEmployees") return employee(gates, request, response);
  if (path === "POST /kepOfficeEmployees") return office(gates, request, response);
  return sendJson(response, 404, { error: "not found" });
}
