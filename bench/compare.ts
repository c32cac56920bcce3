import { load, type Measured, type Shot } from "./load.ts";
import type { Machine } from "./machine.ts";
import type { Row } from "./report.ts";
import { shareOf } from "./share.ts";
import type { Work } from "./works.ts";

/** The floors first, then the program; each warmed up by a tenth of the requests, on places of its own. */
export async function compare(on: Machine, work: Work, concurrency: number): Promise<Row> {
  const count = shareOf(work.count);
  const measure = async (target: Machine["floor"], shot: (index: number) => Shot): Promise<Measured> => {
    await load(target, Math.ceil(count / 10), concurrency, (index) => shot(count + index));
    return load(target, count, concurrency, shot);
  };
  const floor = await measure(on.floor, work.floor);
  const bare = work.bare && (await measure(on.floor, work.bare));
  await work.before?.();
  return said({
    work: work.name,
    load: String(concurrency),
    floor,
    bare,
    service: await measure(on.service, work.service),
  });
}

export function said(row: Row): Row {
  const { work, load: underWay, floor, bare, service } = row;
  const beside = [floor && ` of ${floor.rps.toFixed(0)}/s`, bare && ` (bare: ${bare.rps.toFixed(0)}/s)`].join("");
  process.stdout.write(
    `${work}, ${underWay}: ${service.rps.toFixed(0)}/s${beside}, p99 ${service.p99.toFixed(0)} ms, CPU ${service.serviceCpu.toFixed(2)} + ${service.databaseCpu.toFixed(2)} ms, failures ${service.failures}\n`,
  );
  return row;
}
