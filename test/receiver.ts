import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A partner's server, which is told of its appointments, and behaves as it is told. */
export interface Receiver {
  readonly url: string;
  readonly heard: Heard[];
  /** How it answers what it hears from now on */
  behaves: (heard: Heard, reply: ServerResponse) => void;
  close(): Promise<void>;
}

export interface Heard {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export const answering =
  (status: number, headers: Readonly<Record<string, string>> = {}): Receiver["behaves"] =>
  (_, reply) =>
    reply.writeHead(status, headers).end();
export const silent: Receiver["behaves"] = () => {};
/** It says that all is well, and then talks without end. */
export const endless: Receiver["behaves"] = (_, reply) => {
  reply.writeHead(200);
  const talking = setInterval(() => reply.write("x".repeat(10_000)), 5);
  reply.on("close", () => clearInterval(talking));
};

export async function aReceiver(): Promise<Receiver> {
  const server: Server = createServer(async (request, reply) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const heard = { headers: request.headers as Record<string, string>, body, ...JSON.parse(body) };
    receiver.heard.push(heard);
    receiver.behaves(heard, reply);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notices`,
    heard: [],
    behaves: answering(204),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}
