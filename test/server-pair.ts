import { execFile } from "node:child_process";
import { appendFile, chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { findPackage, runnableBinaries } from "../src/platform/database/embedded/binaries.ts";
import { type Home, openHome } from "../src/platform/database/embedded/home.ts";
import { freePort } from "./free-port.ts";
import { debianVersion } from "./servers/debian.ts";
import { controlled, initialized } from "./test-server.ts";

/** Two real servers of the same data: of one of them the other is a copy, in recovery until it is promoted, which follows it if asked to. */
export interface ServerPair {
  readonly leader: PairedServer;
  readonly standby: PairedServer;
  remove(): Promise<void>;
}

export interface PairedServer {
  readonly port: number;
  url(database: string): string;
  kill(): Promise<void>;
  /** After it was killed */
  start(): Promise<void>;
  promote(): Promise<void>;
}

/** @param furnish makes what both hold @param follows whether the standby streams what the leader writes from then on */
export async function aServerPair(
  furnish: (leader: PairedServer) => Promise<void>,
  follows = false,
): Promise<ServerPair> {
  const folder = await mkdtemp(join(tmpdir(), "visits-pair-"));
  // Run by root, the servers drop to another account, which must be able to pass.
  await chmod(folder, 0o711);
  const [home, other] = [await openHome(join(folder, "first")), await openHome(join(folder, "second"))];
  const version = debianVersion();
  const bin = version ? `/usr/lib/postgresql/${version}/bin` : await runnableBinaries(await findPackage(), home);
  await initialized(home, bin);
  const first = await startServer(home, bin);
  await furnish(first);
  await controlled(home, bin, "-m", "fast", "stop");
  await promisify(execFile)("cp", ["-a", home.cluster, other.cluster]);
  await writeFile(join(other.cluster, "standby.signal"), "");
  const leader = await startServer(home, bin);
  if (follows) {
    const from = `primary_conninfo = 'host=127.0.0.1 port=${leader.port} user=owner'\n`;
    await appendFile(join(other.cluster, "postgresql.auto.conf"), from);
  }
  const standby = await startServer(other, bin);
  const remove = async () => {
    await Promise.all([leader.kill(), standby.kill()]);
    await rm(folder, { recursive: true, force: true });
  };
  return { leader, standby, remove };
}

async function startServer(home: Home, bin: string): Promise<PairedServer> {
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
  const start = () => controlled(home, bin, "-l", join(home.path, "log"), "-o", options, "start");
  await start();
  return {
    port,
    url: (database) => `postgres://owner:unused@127.0.0.1:${port}/${database}`,
    start: () => untilItStarts(start),
    kill: () => controlled(home, bin, "-m", "immediate", "stop").catch(() => {}),
    promote: () => controlled(home, bin, "promote"),
  };
}

const MOST_STARTS = 60;

/** Its port may be somebody's own end of a connection for a while. */
async function untilItStarts(start: () => Promise<void>): Promise<void> {
  for (let left = MOST_STARTS; ; left--) {
    try {
      return await start();
    } catch (error) {
      if (left === 0) throw error;
      await sleep(1_000);
    }
  }
}
