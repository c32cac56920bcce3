import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { debianVersion } from "../servers/debian.ts";

/** Debian's packages, and where their programs are. */
const PACKAGES: Readonly<Record<string, string>> = {
  patroni: "/usr/bin/patroni",
  "python3-etcd": "/usr/lib/python3/dist-packages/etcd",
  "etcd-server": "/usr/bin/etcd",
  haproxy: "/usr/sbin/haproxy",
};

/** What must be installed first, and is not. */
export const missingPackages = (): string[] => [
  ...Object.keys(PACKAGES).filter((name) => !existsSync(PACKAGES[name] as string)),
  ...(debianVersion() ? [] : ["postgresql"]),
];

/** PostgreSQL does not run as root. */
export const ACCOUNT = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

export interface RunningProgram {
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** What it writes goes to a file, for whoever wants to know what went on. */
export async function startProgram(of: string, args: readonly string[], log: string): Promise<RunningProgram> {
  const file = await open(log, "a");
  const child = spawn(PACKAGES[of] as string, args, { ...ACCOUNT, stdio: ["ignore", file.fd, file.fd] });
  await once(child, "spawn");
  await file.close();
  return {
    kill: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, "exit");
      child.kill(signal);
      await exited;
    },
  };
}
