import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type pg from "pg";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { cacheTallies } from "../cache.ts";
import type { Config } from "../config.ts";
import type { App } from "./server.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** What Prometheus reads, on an address of its own */
    metrics: Registry;
    /** Counts what was refused, by the code that its caller was told */
    noteRefusal(code: string): void;
  }
}

/** Of requests the number for each route and answer, but the times for reading and writing only: the rest is noise. */
export function measureRequests(app: App): void {
  const registry = new Registry();
  const registers = [registry];
  app.decorate("metrics", registry);
  collectDefaultMetrics({ register: registry });
  const count = new Counter({
    name: "http_requests_total",
    help: "Requests answered",
    labelNames: ["method", "route", "status"],
    registers,
  });
  const total = new Counter({
    name: "http_request_seconds_total",
    help: "Time that all answers of a route took together",
    labelNames: ["route"],
    registers,
  });
  const seconds = new Histogram({
    name: "http_request_seconds",
    help: "Time to answer; those told to come again apart",
    labelNames: ["kind"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  app.addHook("onResponse", async ({ method, routeOptions }, reply) => {
    const route = routeOptions.url ?? "none";
    const taken = reply.elapsedTime / 1000;
    count.inc({ method, route, status: reply.statusCode });
    total.inc({ route }, taken);
    // Ends when the desk is closed.
    if (String(reply.getHeader("content-type")).startsWith("text/event-stream")) return;
    seconds.observe({ kind: kindOf(method, reply.statusCode) }, taken);
  });
  const refusals = new Counter({
    name: "refusals_total",
    help: "Requests refused, by the problem's code: slot-taken is a collision",
    labelNames: ["code"],
    registers,
  });
  app.decorate("noteRefusal", (code) => refusals.inc({ code }));
  const places = new Gauge({
    name: "http_requests_now",
    help: "Requests under way, and those that wait to be",
    labelNames: ["state"],
    registers,
    collect: () => {
      const { underWay, waiting } = app.admission.counts();
      places.set({ state: "under way" }, underWay);
      places.set({ state: "waiting" }, waiting);
    },
  });
}

function kindOf(method: string, status: number): string {
  if (status === 503 || status === 429) return "refused";
  return method === "GET" || method === "HEAD" ? "read" : "write";
}

export function measurePool(registry: Registry, pool: pg.Pool): void {
  const connections = new Gauge({
    name: "database_connections",
    help: "Connections of the pool in use and idle, and who waits for one",
    labelNames: ["state"],
    registers: [registry],
    collect: () => {
      connections.set({ state: "in use" }, pool.totalCount - pool.idleCount);
      connections.set({ state: "idle" }, pool.idleCount);
      connections.set({ state: "waited for" }, pool.waitingCount);
    },
  });
}

/** Of every cache by its name: its share of hits says whether it is worth its memory. */
export function measureCaches(registry: Registry): void {
  const registers = [registry];
  const requests = new Counter({
    name: "cache_requests_total",
    help: "Questions to a cache: answered by it (hit), or not (miss)",
    labelNames: ["cache", "result"],
    registers,
    collect: () => {
      requests.reset();
      for (const [cache, { hits, misses }] of cacheTallies()) {
        requests.inc({ cache, result: "hit" }, hits);
        requests.inc({ cache, result: "miss" }, misses);
      }
    },
  });
  const entries = new Gauge({
    name: "cache_entries",
    help: "Entries of a cache, valid or not",
    labelNames: ["cache"],
    registers,
    collect: () => {
      for (const [cache, tally] of cacheTallies()) entries.set({ cache }, tally.entries);
    },
  });
}

/**
 * Numbers that somebody else knows: asked for at the scrape alone, and all at once. Without an answer they are none.
 * @param wanted name → help
 */
export function measureAtScrape<Name extends string>(
  registry: Registry,
  wanted: Readonly<Record<Name, string>>,
  ask: () => Promise<Readonly<Record<Name, number>>>,
): void {
  let asking: Promise<Readonly<Record<Name, number>> | null> | null = null;
  const answer = () => {
    asking ??= ask()
      .catch(() => null)
      .finally(() => {
        asking = null;
      });
    return asking;
  };
  for (const name of Object.keys(wanted) as Name[]) {
    const gauge: Gauge = new Gauge({
      name,
      help: wanted[name],
      registers: [registry],
      collect: async () => gauge.set((await answer())?.[name] ?? Number.NaN),
    });
  }
}

export interface MetricsServer {
  readonly address: string;
  stop(): Promise<void>;
}

/** Apart from the public address: what it says is the operator's, and collecting it takes time. */
export async function serveMetrics(
  registry: Registry,
  { METRICS_HOST: host, METRICS_PORT: wanted }: Config,
): Promise<MetricsServer> {
  const server = createServer(async ({ url }, response) => {
    if (url !== "/metrics") return response.writeHead(404).end();
    response.writeHead(200, { "content-type": registry.contentType }).end(await registry.metrics());
  });
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject).listen(wanted, host, resolve);
  await listening.catch((cause) => {
    throw new Error(`Port ${wanted} of ${host} can't be opened for metrics: set METRICS_PORT.`, { cause });
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${host.includes(":") ? `[${host}]` : host}:${port}/metrics`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
