import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const TICKS_A_SECOND = 100;

/** Writes down what a database server has cost a layer, with all that it did for those who have gone. */
export function noteServerCost(layer: string, cluster: string): void {
  const folder = process.env.REPORTS;
  const pid = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0];
  const stat = `/proc/${pid}/stat`;
  if (!folder || !existsSync(stat)) return;
  const ticks = readFileSync(stat, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ")
    .slice(11, 15);
  const seconds = ticks.reduce((sum, count) => sum + Number(count), 0) / TICKS_A_SECOND;
  writeFileSync(join(folder, `costs-of-server-${layer}.json`), JSON.stringify([{ layer, seconds }]));
}
