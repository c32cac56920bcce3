import { Agent, request } from "node:http";
import { processSeconds } from "./cpu.ts";

/** Closed loop: as many requests under way as asked for, until all are answered. */
export interface Measured {
  readonly rps: number;
  readonly p50: number;
  readonly p99: number;
  /** CPU milliseconds per request, of the service and of the database */
  readonly serviceCpu: number;
  readonly databaseCpu: number;
  readonly failures: number;
}

export interface Shot {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Target {
  readonly port: number;
  readonly pid: number;
  readonly databasePid: number;
}

export async function load(
  target: Target,
  count: number,
  concurrency: number,
  shot: (index: number) => Shot,
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const times: number[] = [];
  let next = 0;
  let failures = 0;
  const worker = async () => {
    while (next < count) {
      const start = performance.now();
      const status = await fire(agent, target.port, shot(next++));
      times.push(performance.now() - start);
      if (status >= 300) failures++;
    }
  };
  const before = await processSeconds(target);
  const start = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - start) / 1000;
  const after = await processSeconds(target);
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    rps: count / seconds,
    p50: times[Math.floor(count * 0.5)] ?? 0,
    p99: times[Math.floor(count * 0.99)] ?? 0,
    serviceCpu: ((after.service - before.service) * 1000) / count,
    databaseCpu: ((after.database - before.database) * 1000) / count,
    failures,
  };
}

function fire(agent: Agent, port: number, { method, path, headers, body }: Shot): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = {
      agent,
      host: "127.0.0.1",
      port,
      method,
      path,
      headers: { ...headers, ...(body && { "content-length": Buffer.byteLength(body) }) },
    };
    const outgoing = request(options, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
