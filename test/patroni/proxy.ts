import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "../free-port.ts";
import { ROOT } from "../structure/source-files.ts";
import type { Node } from "./node.ts";
import { startProgram } from "./programs.ts";

/** HAProxy by ops/haproxy/visits.cfg. */
export interface ClusterProxy {
  readonly port: number;
  /** Leads to a standby */
  readonly standbyPort: number;
  /** Killed, and begun anew: it knows of nobody yet who leads. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function aProxy(folder: string, nodes: readonly Node[]): Promise<ClusterProxy> {
  const [port, standbyPort] = [await freePort(), await freePort()];
  const config = join(folder, "haproxy.cfg");
  const ours = await readFile(join(ROOT, "ops/haproxy/visits.cfg"), "utf8");
  const ofNode = (name: string) => nodes.find((node) => node.name === name) as Node;
  const here = ours
    .replace("127.0.0.1:5000\n", `127.0.0.1:${port}\n`)
    .replace("127.0.0.1:5001\n", `127.0.0.1:${standbyPort}\n`)
    .replaceAll(/(server (\w+)) 10\.0\.0\.\d+:5432 port 8008/g, (_, server, name) => {
      const { port: own, restPort } = ofNode(name);
      return `${server} 127.0.0.1:${own} port ${restPort}`;
    });
  await writeFile(config, here);
  const start = () => startProgram("haproxy", ["-db", "-f", config], join(folder, "haproxy.log"));
  let program = await start();
  return {
    port,
    standbyPort,
    restart: async () => {
      await program.kill("SIGKILL");
      program = await start();
    },
    stop: () => program.kill("SIGKILL"),
  };
}
