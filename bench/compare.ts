import { load, type Measured } from "./load.ts";
import type { Machine } from "./machine.ts";
import type { Row } from "./report.ts";
import type { Work } from "./works.ts";

/** The floor first, then the program; each warmed up by a tenth of the requests, on places of its own. */
export async function compare(on: Machine, { name, count, floor, service }: Work, concurrency: number): Promise<Row> {
  const measure = async (target: Machine["floor"], shot: Work["floor"]): Promise<Measured> => {
    await load(target, count / 10, concurrency, (index) => shot(count + index));
    return load(target, count, concurrency, shot);
  };
  const beneath = await measure(on.floor, floor);
  return said({
    work: name,
    load: String(concurrency),
    floor: beneath,
    service: await measure(on.service, service),
  });
}

export function said(row: Row): Row {
  const { work, load: underWay, floor, service } = row;
  const beside = floor ? ` of ${floor.rps.toFixed(0)}/s` : "";
  process.stdout.write(
    `${work}, ${underWay}: ${service.rps.toFixed(0)}/s${beside}, p99 ${service.p99.toFixed(0)} ms, CPU ${service.serviceCpu.toFixed(2)} + ${service.databaseCpu.toFixed(2)} ms, failures ${service.failures}\n`,
  );
  return row;
}
