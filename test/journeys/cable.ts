import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** What lies between a device and the server, and can be pulled out: then nothing comes through, and nobody is told. */
export interface Cable {
  /** By the name under which the browser takes cookies that are for https elsewhere */
  readonly url: string;
  pull(): void;
  plugIn(): void;
  close(): void;
}

export async function aCable(port: number): Promise<Cable> {
  const sockets = new Set<Socket>();
  let isIn = true;
  const server = createServer((device) => {
    const line = connect(port, "127.0.0.1");
    for (const [from, to] of [
      [device, line],
      [line, device],
    ] as const) {
      sockets.add(from);
      from.on("data", (bytes) => isIn && to.write(bytes));
      from.on("error", () => {});
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    pull: () => {
      isIn = false;
    },
    // What was open meanwhile has lost a part of what was said.
    plugIn: () => {
      isIn = true;
      for (const socket of sockets) socket.destroy();
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
