import { join } from "node:path";
import { freePort } from "../free-port.ts";
import { startProgram } from "./programs.ts";

/** One is enough to choose a leader by: that it dies itself is not what is tried. */
export async function startEtcd(folder: string): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const [clients, peers] = [await freePort(), await freePort()];
  const [own, others] = [`http://127.0.0.1:${clients}`, `http://127.0.0.1:${peers}`];
  const options = {
    "data-dir": join(folder, "etcd"),
    "listen-client-urls": own,
    "advertise-client-urls": own,
    "listen-peer-urls": others,
    "initial-advertise-peer-urls": others,
    "initial-cluster": `default=${others}`,
  };
  const args = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  const program = await startProgram("etcd-server", args, join(folder, "etcd.log"));
  return { address: `127.0.0.1:${clients}`, stop: () => program.kill("SIGTERM") };
}
