import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Html } from "../../src/platform/text/html.ts";

export interface RunningServer {
  readonly origin: string;
  stop(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => unknown;

/** A server on a free port of the loopback interface. */
export async function startServer(handler: Handler): Promise<RunningServer> {
  const server = createServer(listenerFor(handler));
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin, stop };
}

const listenerFor =
  (handler: Handler): RequestListener =>
  async (request, response) => {
    try {
      await handler(request, response, new URL(request.url ?? "/", "http://stand-in"));
    } catch (error) {
      const isTheirs = error instanceof SyntaxError || error instanceof TooLong;
      sendJson(response, isTheirs ? 400 : 500, { error: isTheirs ? "invalid_request" : "server_error" });
    }
  };

class TooLong extends Error {}

const BODY_LIMIT = 64 * 1024;

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > BODY_LIMIT) throw new TooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

export const formBody = async (request: IncomingMessage): Promise<URLSearchParams> =>
  new URLSearchParams(await bodyOf(request));

export const isOfType = (request: IncomingMessage, type: string): boolean =>
  request.headers["content-type"]?.split(";")[0]?.trim() === type;

/** Whether a page of this very server sent the form; programs, which say nothing, may send it too. */
export const isOwnForm = (request: IncomingMessage): boolean =>
  ["same-origin", "none", undefined].includes(request.headers["sec-fetch-site"] as string | undefined);

export function sendJson(response: ServerResponse, status: number, body: unknown): ServerResponse {
  if (response.headersSent) return response;
  response.writeHead(status, { "content-type": "application/json;charset=UTF-8", "cache-control": "no-store" });
  return response.end(JSON.stringify(body));
}

export function sendHtml(response: ServerResponse, status: number, page: Html): ServerResponse {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy":
      "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; frame-ancestors 'none'",
  });
  return response.end(page.markup);
}

export function redirect(response: ServerResponse, target: URL): ServerResponse {
  response.writeHead(302, { location: target.href, "cache-control": "no-store" });
  return response.end();
}

/** After a form, to a page of this server or an address elsewhere */
export function seeOther(response: ServerResponse, location: string): ServerResponse {
  response.writeHead(303, { location, "cache-control": "no-store" });
  return response.end();
}
