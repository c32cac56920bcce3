import { chmod, chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startEtcd } from "./etcd.ts";
import { aNode, type Node } from "./node.ts";
import { ACCOUNT } from "./programs.ts";
import { aProxy, type ClusterProxy } from "./proxy.ts";

/** Three nodes that choose their leader by an etcd, and HAProxy before them. */
export interface Cluster {
  readonly nodes: readonly Node[];
  readonly proxy: ClusterProxy;
  leader(): Promise<Node>;
  /** A standby that may take over without loss */
  candidate(): Promise<Node>;
  /** Resolves when one leads and two follow, one of them synchronously where that is asked for. */
  whole(): Promise<void>;
  switchOver(): Promise<void>;
  remove(): Promise<void>;
}

const PATIENCE_MS = 180_000;

export async function startCluster(isSynchronous: boolean): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), "visits-patroni-"));
  await chmod(folder, 0o755);
  if (ACCOUNT.uid) await chown(folder, ACCOUNT.uid, ACCOUNT.gid);
  const etcd = await startEtcd(folder);
  const names = ["first", "second", "third"];
  const nodes = await Promise.all(names.map((name) => aNode({ name, folder, etcd: etcd.address, isSynchronous })));
  for (const node of nodes) await node.start();
  const proxy = await aProxy(folder, nodes);
  const with200 = (path: string) => async () => {
    for (const node of nodes) if (await answers(node, path)) return node;
    return null;
  };
  const leader = () => until(with200("/primary"));
  const candidate = () => until(with200(isSynchronous ? "/sync" : "/replica"));
  const whole = async () => {
    await leader();
    await candidate();
    await until(async () => {
      const followers = await Promise.all(nodes.map((node) => answers(node, "/replica")));
      return followers.filter(Boolean).length === 2 || null;
    });
  };
  return {
    nodes,
    proxy,
    leader,
    candidate,
    whole,
    switchOver: async () => {
      const [from, to] = [await leader(), await candidate()];
      const body = JSON.stringify({ leader: from.name, candidate: to.name });
      const answer = await fetch(`http://127.0.0.1:${from.restPort}/switchover`, { method: "POST", body });
      if (!answer.ok) throw new Error(`Patroni: ${await answer.text()}`);
    },
    remove: async () => {
      await proxy.stop();
      await Promise.all(nodes.map((node) => node.stop()));
      await etcd.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const answers = async ({ restPort }: Node, path: string): Promise<boolean> =>
  (await fetch(`http://127.0.0.1:${restPort}${path}`).catch(() => null))?.status === 200;

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (const giveUpAt = performance.now() + PATIENCE_MS; performance.now() < giveUpAt; await sleep(200)) {
    const found = await look();
    if (found !== null) return found;
  }
  throw new Error("The cluster did not come to what was waited for.");
}
