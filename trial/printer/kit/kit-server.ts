import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { PRINTER_API } from "../../../src/platform/http/contract/published.ts";
import { bodyOf } from "../../stand-ins/http.ts";

/** What the device has asked. */
export interface DeviceRequest {
  readonly at: number;
  /** «POST numbers»: below the printers' address */
  readonly what: string;
  readonly key: string | undefined;
  readonly body: unknown;
  /** The device came with the key that it was given */
  readonly isSigned: boolean;
}

/** An answer, and where the cable is cut: before its first byte, or in the middle of its body */
export interface PlayedAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cut?: "before" | "within";
}

export interface KitServer {
  readonly address: string;
  readonly key: string;
  readonly requests: readonly DeviceRequest[];
  /** How the platform that is played answers now */
  answer(request: DeviceRequest): PlayedAnswer;
  /** Until something that was asked is so, or the time is over. @returns whether it is */
  until(isSo: (requests: readonly DeviceRequest[]) => boolean, seconds: number): Promise<boolean>;
  stop(): Promise<void>;
}

export const KIT_KEY = `visits_printer_${"conformance".padEnd(43, "0")}`;

/** Plays the platform for one device, with the faults that a step wants. */
export async function startKitServer(answer: KitServer["answer"], port = 0): Promise<KitServer> {
  const requests: DeviceRequest[] = [];
  const waiters = new Set<() => void>();
  const server = createServer(async (request, response) => {
    const one = await requestIn(request);
    requests.push(one);
    send(response, kit.answer(one));
    for (const look of waiters) look();
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const kit: KitServer = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PRINTER_API}`,
    key: KIT_KEY,
    requests,
    answer,
    until: (isSo, seconds) =>
      new Promise((resolve) => {
        const end = (result: boolean) => {
          clearTimeout(timer);
          waiters.delete(look);
          resolve(result);
        };
        const look = () => isSo(requests) && end(true);
        const timer = setTimeout(() => end(false), seconds * 1000);
        waiters.add(look);
        look();
      }),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return kit;
}

async function requestIn(request: IncomingMessage): Promise<DeviceRequest> {
  const text = await bodyOf(request).catch(() => "");
  const { pathname } = new URL(request.url ?? "/", "http://kit");
  const path = pathname.startsWith(PRINTER_API) ? pathname.slice(PRINTER_API.length) : pathname;
  const key = request.headers["idempotency-key"];
  return {
    at: performance.now(),
    what: `${request.method} ${path}`,
    key: typeof key === "string" ? key : undefined,
    body: parsed(text),
    isSigned: request.headers.authorization === `Bearer ${KIT_KEY}`,
  };
}

function parsed(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

function send(response: ServerResponse, { status, body, headers = {}, cut }: PlayedAnswer): void {
  if (cut === "before") return void response.socket?.destroy();
  const text = Buffer.from(JSON.stringify(body));
  const type = status < 400 ? "application/json; charset=utf-8" : "application/problem+json; charset=utf-8";
  response.writeHead(status, { "content-type": type, "content-length": text.length, ...headers });
  if (cut !== "within") return void response.end(text);
  response.write(text.subarray(0, Math.floor(text.length / 2)), () => response.socket?.destroy());
}
