import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../free-port.ts";
import { startProgram } from "../patroni/programs.ts";

/** HAProxy that leads each connection to another of several servers in turn, whatever they are. */
export async function proxyOf(ports: readonly number[]): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "visits-proxy-"));
  await chmod(folder, 0o755);
  const port = await freePort();
  const config = [
    "defaults",
    "  mode tcp",
    "  timeout connect 2s",
    "  timeout client 30m",
    "  timeout server 30m",
    "listen visits",
    `  bind 127.0.0.1:${port}`,
    "  balance roundrobin",
    ...ports.map((each) => `  server on-${each} 127.0.0.1:${each}`),
  ];
  const file = join(folder, "haproxy.cfg");
  await writeFile(file, `${config.join("\n")}\n`);
  const program = await startProgram("haproxy", ["-db", "-f", file], join(folder, "log"));
  return {
    port,
    stop: async () => {
      await program.kill("SIGKILL");
      await rm(folder, { recursive: true, force: true });
    },
  };
}
