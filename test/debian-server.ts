import { execFile } from "node:child_process";
import { chown, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "./free-port.ts";

const run = promisify(execFile);
const FOLDER = "/usr/lib/postgresql";
const NOBODY = { uid: 65534, gid: 65534 };

/** Debian's own PostgreSQL of the newest version installed, on a free port; null where there is none. */
export async function startDebianServer(data: string): Promise<{ ownerUrl: string; stop(): Promise<void> } | null> {
  const versions = await readdir(FOLDER).catch(() => []);
  const version = versions.sort((a, b) => Number(b) - Number(a))[0];
  if (!version) return null;
  const bin = (name: string) => join(FOLDER, version, "bin", name);
  const account = process.getuid?.() === 0 ? NOBODY : undefined;
  await mkdir(data, { recursive: true, mode: 0o700 });
  if (account) await chown(data, account.uid, account.gid);
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 -c fsync=off`;
  const cluster = join(data, "cluster");
  await run(bin("initdb"), ["-D", cluster, "-U", "owner", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"], account);
  await run(bin("pg_ctl"), ["-D", cluster, "-w", "-l", join(data, "log"), "-o", options, "start"], account);
  return {
    ownerUrl: `postgres://owner:unused@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await run(bin("pg_ctl"), ["-D", cluster, "-w", "-m", "immediate", "stop"], account);
    },
  };
}
