import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { processSeconds } from "./cpu.ts";

export interface Measured {
  /** Answers a second */
  readonly rps: number;
  readonly p50: number;
  readonly p99: number;
  /** CPU milliseconds per request, of the service and of the database */
  readonly serviceCpu: number;
  readonly databaseCpu: number;
  readonly failures: number;
}

/** Milliseconds of a processor a request, of both */
export const cpuOf = ({ serviceCpu, databaseCpu }: Measured): number => serviceCpu + databaseCpu;

export interface Shot {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The status that is no failure; 200 unless said */
  readonly expects?: number;
}

export interface Target {
  readonly port: number;
  readonly pid: number;
  readonly databasePid: number;
}

/** Closed loop: as many requests under way as asked for, until all are answered. */
export function load(
  target: Target,
  count: number,
  concurrency: number,
  shot: (index: number) => Shot,
): Promise<Measured> {
  return measure(target, count, concurrency, async (send) => {
    let next = 0;
    const worker = async () => {
      while (next < count) await send(shot(next++), performance.now());
    };
    await Promise.all(Array.from({ length: concurrency }, worker));
  });
}

/** Open loop: so many requests a second whether or not the last is answered; a request's time counts from its due time. */
export function openLoop(
  target: Target,
  count: number,
  rate: number,
  shot: (index: number) => Shot,
): Promise<Measured> {
  return measure(target, count, Number.POSITIVE_INFINITY, async (send) => {
    const start = performance.now();
    const answers: Promise<void>[] = [];
    for (let index = 0; index < count; index++) {
      const due = start + (index * 1000) / rate;
      await sleep(Math.max(0, due - performance.now()));
      answers.push(send(shot(index), due));
    }
    await Promise.all(answers);
  });
}

async function measure(
  target: Target,
  count: number,
  sockets: number,
  run: (send: (shot: Shot, start: number) => Promise<void>) => Promise<void>,
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const times: number[] = [];
  let failures = 0;
  const before = await processSeconds(target);
  const begun = performance.now();
  await run(async (shot, start) => {
    const status = await fire(agent, target.port, shot);
    times.push(performance.now() - start);
    if (status !== (shot.expects ?? 200)) failures++;
  });
  const seconds = (performance.now() - begun) / 1000;
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

/** One request on a connection of its own; its status. */
export async function send(port: number, shot: Shot): Promise<number> {
  const agent = new Agent({ keepAlive: false });
  return fire(agent, port, shot);
}

/** One request; its status. */
export function fire(agent: Agent, port: number, { method, path, headers, body }: Shot): Promise<number> {
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
