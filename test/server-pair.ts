import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { findPackage, runnableBinaries } from "../src/platform/database/embedded/binaries.ts";
import { type Home, openHome } from "../src/platform/database/embedded/home.ts";
import { freePort } from "./free-port.ts";
import { debianVersion } from "./servers/debian.ts";
import { controlled, initialized } from "./test-server.ts";

/** Two real servers of the same data: of one of them the other is a copy, in recovery until it is promoted. */
export interface ServerPair {
  readonly leader: PairedServer;
  readonly standby: PairedServer;
  remove(): Promise<void>;
}

export interface PairedServer {
  readonly port: number;
  url(database: string): string;
  kill(): Promise<void>;
  promote(): Promise<void>;
}

/** @param furnish makes what both hold */
export async function aServerPair(furnish: (leader: PairedServer) => Promise<void>): Promise<ServerPair> {
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
  const [leader, standby] = [await startServer(home, bin), await startServer(other, bin)];
  const remove = async () => {
    await Promise.all([leader.kill(), standby.kill()]);
    await rm(folder, { recursive: true, force: true });
  };
  return { leader, standby, remove };
}

async function startServer(home: Home, bin: string): Promise<PairedServer> {
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
  await controlled(home, bin, "-l", join(home.path, "log"), "-o", options, "start");
  return {
    port,
    url: (database) => `postgres://owner:unused@127.0.0.1:${port}/${database}`,
    kill: () => controlled(home, bin, "-m", "immediate", "stop").catch(() => {}),
    promote: () => controlled(home, bin, "promote"),
  };
}
