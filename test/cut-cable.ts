import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export const CUTS = ["before the request", "within the request", "before the answer", "within the answer"] as const;
export type Cut = (typeof CUTS)[number];

/** What lies between a device and the server, and is cut through at one place of each exchange while it says so. */
export interface CutCable {
  readonly url: string;
  cut: Cut | null;
  /** Hears that the server has begun to answer, and so has done what was asked */
  onAnswer(): void;
  close(): void;
}

export async function aCutCable(port: number): Promise<CutCable> {
  const sockets = new Set<Socket>();
  const server = createServer((device) => {
    if (cable.cut === "before the request") return void device.destroy();
    const line = connect(port, "127.0.0.1");
    const end = () => {
      device.destroy();
      line.destroy();
    };
    for (const socket of [device, line]) {
      sockets.add(socket);
      socket.on("error", end).on("close", () => {
        sockets.delete(socket);
        end();
      });
    }
    device.on("data", (bytes: Buffer) => {
      if (cable.cut !== "within the request") return void line.write(bytes);
      line.write(bytes.subarray(0, Math.floor(bytes.length / 2)), end);
    });
    line.on("data", (bytes: Buffer) => {
      cable.onAnswer();
      if (cable.cut === "before the answer") return end();
      if (cable.cut !== "within the answer") return void device.write(bytes);
      device.write(bytes.subarray(0, bytes.length - 20), end);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const cable: CutCable = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: null,
    onAnswer: () => {},
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  return cable;
}
