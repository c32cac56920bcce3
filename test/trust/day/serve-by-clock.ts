import { subscribe } from "node:diagnostics_channel";
import { readFileSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { serve } from "../../../src/main.ts";
import { readConfig } from "../../../src/platform/config.ts";
import "../../../src/text/server.ts";
import type { Answered } from "./day-office.ts";

/** The program as `npm start` runs it, by the time in a file; at its end it writes down how long each answer took. */
const { CLOCK_FILE = "", ANSWERS_FILE = "" } = process.env;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const begun = new WeakMap<IncomingMessage, number>();
const answers: Answered[] = [];
subscribe("http.server.request.start", (message) => begun.set((message as Exchange).request, performance.now()));
subscribe("http.server.response.finish", (message) => {
  const { request, response } = message as Exchange;
  const { method = "", url = "", headers } = request;
  const ms = performance.now() - (begun.get(request) ?? 0);
  answers.push({ host: headers.host ?? "", what: `${method} ${url}`, status: response.statusCode, ms });
});
process.on("exit", () => writeFileSync(ANSWERS_FILE, JSON.stringify(answers)));

await serve(readConfig(process.env), () => Temporal.Instant.from(readFileSync(CLOCK_FILE, "utf8")));
