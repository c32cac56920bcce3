import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { asBrowser } from "./browser.ts";
import { load, type Shot } from "./load.ts";
import type { Machine } from "./machine.ts";
import type { Row } from "./report.ts";
import { ORIGIN } from "./service.ts";

const TIMES = 10;

/** Nobody announces what is written by hand: so long sessions are cached, with the rights of whoever has them. */
const CACHED_MS = 6_000;

/** What the ministry is shown before it rules: how many offices and appointments of the whole nation it concerns. */
export async function ministryCost(machine: Machine): Promise<Row[]> {
  const { sql, world } = machine;
  await sql.query("update employee set is_ministry = true where id = $1", [world.employeeId]);
  await sleep(CACHED_MS);
  const first = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 7 });
  const closure = (days: number) => ({
    region: null,
    from: first.toString(),
    reason: "Εκλογές",
    to: first.add({ days: days - 1 }).toString(),
  });
  return [
    await measured(machine, "ministry: preview of a day's closure", "closures/preview", closure(1)),
    await measured(machine, "ministry: preview of a fortnight's closure", "closures/preview", closure(14)),
    await measured(machine, "ministry: preview of that closure's removal", await closed(machine, closure(14))),
    await measured(machine, "ministry: preview of a service's change", "services/copy-certification/preview"),
  ];
}

/** @returns the path of its removal's preview, once the closure has been through all offices */
async function closed(machine: Machine, closure: object): Promise<string> {
  const { id } = await answer<{ id: string }>(machine, shotOf(machine, "closures", closure));
  for (;;) {
    const { closures } = await answer<Closures>(machine, { ...shotOf(machine, "closures"), method: "GET" });
    if (closures.find((one) => one.id === id)?.sweep?.doneAt) return `closures/${id}/removal-preview`;
    await sleep(500);
  }
}

interface Closures {
  readonly closures: readonly { readonly id: string; readonly sweep: { readonly doneAt: string | null } | null }[];
}

async function answer<T>({ url }: Machine, { method, path, headers, body }: Shot): Promise<T> {
  const reply = await fetch(`${url}${path}`, { method, ...(headers && { headers }), ...(body && { body }) });
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
  return (await reply.json()) as T;
}

async function measured(machine: Machine, work: string, path: string, body?: object): Promise<Row> {
  const shot = shotOf(machine, path, body);
  return { work, load: "1", service: await load(machine.service, TIMES, 1, () => shot) };
}

const shotOf = ({ world }: Machine, path: string, body?: object): Shot => ({
  method: "POST",
  path: `/api/ministry/${path}`,
  headers: {
    ...asBrowser(world.cookie),
    origin: ORIGIN,
    "idempotency-key": randomUUID(),
    ...(body && { "content-type": "application/json" }),
  },
  ...(body && { body: JSON.stringify(body) }),
});
