import type { MailServer } from "../mail-desk.ts";
import { setClock } from "../set-clock.ts";
import type { WalletWorld } from "../wallet/wallet-world.ts";
import { NOW, type World } from "../world.ts";
import { inboxOf } from "./inbox.ts";
import type { RequestLog } from "./request-log.ts";
import { type Act, aStage, CONTACTS, type Contact, type Stage } from "./stage.ts";
import { NONE, type Row } from "./table.ts";

interface Theatre {
  readonly wallets: WalletWorld;
  readonly server: MailServer;
  readonly log: RequestLog;
}

/** Does the act with each citizen that it can happen to, in an office of their own, and waits for the letters. */
export async function playAct({ wallets, server, log }: Theatre, act: Act): Promise<Row> {
  const { only = CONTACTS } = act;
  const kinds = new Set<string>();
  const cells: Partial<Record<Contact, string>> = {};
  for (const contact of CONTACTS) {
    if (!only.includes(contact)) continue;
    await resetClock(wallets.world);
    const stage = await aStage(wallets, server, contact);
    const happen = await act.scene(stage);
    const [before, seen] = [await events(stage), stage.letters().length];
    await log.record(happen);
    await server.delivered();
    cells[contact] = await inboxOf(stage, seen);
    for (const [event, kind] of await events(stage)) if (!before.has(event)) kinds.add(kind);
  }
  const { email = NONE, phone = NONE, neither = NONE } = cells;
  return { name: `${act.who} ${act.act}`, history: [...kinds].join(", ") || NONE, email, phone, neither };
}

/** An act before may have moved the database's own clock; to set that anew each time is slow. */
async function resetClock(world: World): Promise<void> {
  const { rows } = await world.owner.query("select server_clock() as at");
  if (rows[0].at.getTime() !== NOW.epochMilliseconds) await setClock(world, NOW);
}

/** What the histories of the stage's offices tell, each event by its name. */
async function events({ world, offices }: Stage): Promise<ReadonlyMap<string, string>> {
  const { rows } = await world.owner.query<{ event: string; kind: string }>(
    `select office_id || ' ' || appointment_id || ' ' || version as event, kind from appointment_event
     where office_id = any ($1) order by at, version`,
    [offices.map(({ id }) => id)],
  );
  return new Map(rows.map(({ event, kind }) => [event, kind]));
}
