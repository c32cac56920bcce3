import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "../free-port.ts";
import { debianVersion } from "../servers/debian.ts";
import { ROOT } from "../structure/source-files.ts";
import { type RunningProgram, startProgram } from "./programs.ts";

/** One machine of the cluster: Patroni by ops/patroni/visits.yml, which keeps a PostgreSQL. */
export interface Node {
  readonly name: string;
  readonly port: number;
  /** Of Patroni's own answers */
  readonly restPort: number;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** As if its current had gone: nobody says goodbye. */
  die(): Promise<void>;
}

export interface NodeWish {
  readonly name: string;
  readonly folder: string;
  readonly etcd: string;
  readonly isSynchronous: boolean;
}

export async function aNode({ name, folder, etcd, isSynchronous }: NodeWish): Promise<Node> {
  const [port, restPort] = [await freePort(), await freePort()];
  const [config, data] = [join(folder, `${name}.yml`), join(folder, name)];
  const ours = await readFile(join(ROOT, "ops/patroni/visits.yml"), "utf8");
  const here = ours
    .replace("name: first", `name: ${name}`)
    .replace(/hosts: .*/, `hosts: ${etcd}`)
    .replaceAll("10.0.0.11:8008", `127.0.0.1:${restPort}`)
    .replaceAll("10.0.0.11:5432", `127.0.0.1:${port}`)
    .replaceAll("10.0.0.0/24", "127.0.0.1/32")
    .replace("synchronous_mode: true", `synchronous_mode: ${isSynchronous}`)
    .replace(/data_dir: .*/, `data_dir: ${data}`)
    .replace(/bin_dir: .*/, `bin_dir: /usr/lib/postgresql/${debianVersion()}/bin`)
    .replace(/pgpass: .*/, `pgpass: ${data}.pgpass`)
    // Of the machine's: three servers of a trial share it.
    .replace("max_connections: 200", `max_connections: 200\n        unix_socket_directories: ""`);
  await writeFile(config, here);
  let program: RunningProgram | null = null;
  return {
    name,
    port,
    restPort,
    start: async () => {
      program = await startProgram("patroni", [config], `${data}.log`);
    },
    stop: async () => program?.kill("SIGTERM"),
    die: async () => {
      await program?.kill("SIGKILL");
      const [pid] = (await readFile(join(data, "postmaster.pid"), "utf8")).split("\n");
      process.kill(Number(pid), "SIGKILL");
    },
  };
}
