import { load, type Shot } from "./load.ts";
import type { Machine } from "./machine.ts";
import type { Row } from "./report.ts";

const TIMES = 10;

/** What the ministry is shown before it rules: how many offices and appointments of the whole nation it concerns. */
export async function ministryCost(machine: Machine): Promise<Row[]> {
  const { sql, world } = machine;
  await sql.query("update employee set is_ministry = true where id = $1", [world.employeeId]);
  const first = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 7 });
  const closure = (days: number) => ({
    ...{ region: null, from: first.toString(), reason: "Εκλογές" },
    to: first.add({ days: days - 1 }).toString(),
  });
  return [
    await measured(machine, "ministry: preview of a day's closure", "closures/preview", closure(1)),
    await measured(machine, "ministry: preview of a fortnight's closure", "closures/preview", closure(14)),
    await measured(machine, "ministry: preview of a service's change", "services/copy-certification/preview"),
  ];
}

async function measured({ service, url, world }: Machine, work: string, path: string, body?: object): Promise<Row> {
  const shot: Shot = {
    ...{ method: "POST", path: `/api/ministry/${path}` },
    headers: { cookie: world.cookie, origin: url, ...(body && { "content-type": "application/json" }) },
    ...(body && { body: JSON.stringify(body) }),
  };
  return { work, load: "1", service: await load(service, TIMES, 1, () => shot) };
}
