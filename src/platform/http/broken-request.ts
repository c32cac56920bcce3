import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { Refusal } from "../refusal.ts";
import { problemOf } from "./problem.ts";
import { HEADERS_OF } from "./security-headers.ts";

const STATUSES: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** A request that can't be read as HTTP gets the same problem document, by hand. */
export function answerBrokenRequest({ code = "" }: NodeJS.ErrnoException, socket: Socket): void {
  if (code !== "ECONNRESET") answerAndClose(socket, STATUSES[code] ?? 400);
  else socket.destroy();
}

/** The rest of it has not come in time. */
export const answerTooSlow = (socket: Socket): void => answerAndClose(socket, 408);

function answerAndClose(socket: Socket, status: number): void {
  if (socket.writable) socket.write(answer(status));
  socket.destroy();
}

function answer(status: number): string {
  const refusal = new Refusal(status, status === 431 ? "request-too-large" : "request-malformed");
  const body = JSON.stringify(problemOf(refusal, "el"));
  const headers = {
    ...HEADERS_OF.data,
    "content-type": "application/problem+json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `${[`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines].join("\r\n")}\r\n\r\n${body}`;
}
