import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";

/** Debian's package pgbouncer. */
const PROGRAM = "/usr/sbin/pgbouncer";
export const hasPooler = existsSync(PROGRAM);
const NOBODY = { uid: 65534, gid: 65534 };

export interface Pooler {
  /** The same database, through the pooler */
  through(url: string): string;
  stop(): Promise<void>;
}

/** PgBouncer in transaction mode before the server of that address: each transaction may get another connection. */
export async function startPooler(server: string, logins: readonly URL[], ignored: string): Promise<Pooler> {
  const { hostname, port: serverPort } = new URL(server);
  const folder = await mkdtemp(join(tmpdir(), "visits-pooler-"));
  const port = await freePort();
  const file = join(folder, "pgbouncer.ini");
  const users = join(folder, "users.txt");
  await writeFile(users, logins.map(({ username, password }) => `"${username}" "${password}"\n`).join(""));
  await writeFile(
    file,
    `[databases]
* = host=${hostname} port=${serverPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${users}
pool_mode = transaction
default_pool_size = 3
ignore_startup_parameters = ${ignored}
`,
  );
  await chmod(folder, 0o755);
  const account = process.getuid?.() === 0 ? NOBODY : {};
  const child = spawn(PROGRAM, ["-q", file], { ...account, stdio: ["ignore", "ignore", "pipe"] });
  let output = "";
  child.stderr.on("data", (chunk) => (output += chunk));
  for (let tries = 0; !(await answers(port)); tries++) {
    if (child.exitCode !== null || tries > 200) throw new Error(`PgBouncer did not start:\n${output}`);
  }
  return {
    through: (url) => Object.assign(new URL(url), { port: String(port) }).href,
    stop: async () => {
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      await exited;
      await rm(folder, { recursive: true });
    },
  };
}

function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  const { promise, resolve } = Promise.withResolvers<boolean>();
  socket.once("connect", () => resolve(true));
  socket.once("error", () => setTimeout(() => resolve(false), 50));
  return promise.finally(() => socket.destroy());
}
