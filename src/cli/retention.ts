import { type Database, sqlState } from "../platform/database/transaction.ts";
import { systemClock } from "../platform/time.ts";
import { applyRetention } from "../retention/apply.ts";
import type { Command } from "./command.ts";
import { progressBar } from "./progress-bar.ts";
import { withOwner } from "./with-owner.ts";

export const retentionRunCommand: Command = {
  files: 0,
  flags: ["rewrite"],
  run: (call) =>
    withOwner(call, async (db) => {
      const { terminal, text, config, flags } = call;
      const bar = progressBar(terminal, text("command.answers.anonymizing"));
      const deps = { db, clock: systemClock, dataDir: config.DATA_DIR };
      const onFailure = (error: unknown) => terminal.err(String(error));
      const watched = { onOffice: bar.show, onFailure };
      const { appointments, erased, left } = await applyRetention(deps, watched).finally(bar.clear);
      terminal.out(text("command.answers.anonymized", { count: appointments }));
      if (erased > 0) terminal.out(text("command.answers.erased-again", { count: erased }));
      const isRewritten = flags.has("rewrite") || (await sizeOf(db)) <= SMALL_BYTES;
      await (isRewritten ? rewrite(db) : vacuum(db));
      await endJournal(db);
      terminal.out(text(isRewritten ? "command.answers.rewritten" : "command.answers.vacuumed"));
      if (left > 0) terminal.err(text("command.answers.offices-left", { count: left }));
      return left === 0 ? 0 : 1;
    }),
};

/** Written anew in a second or two, for which nobody need be asked. */
const SMALL_BYTES = 100 * 2 ** 20;

async function sizeOf({ nation }: Database): Promise<number> {
  const rows = await nation.sql<{ bytes: string }>`
    select sum(pg_total_relation_size(name::regclass)) as bytes
    from unnest(array[
      'appointment', 'appointment_event', 'appointment_word', 'booking_form', 'mail', 'idempotency_key', 'online_person',
      'partner_visit', 'visit_owner']) as name`;
  return Number(rows[0]?.bytes);
}

/** Until then the rows as they were before still stand in the tables, where no query sees them. */
async function vacuum({ nation }: Database): Promise<void> {
  await nation.sql`
    vacuum appointment, appointment_event, appointment_word, booking_form, mail, idempotency_key, online_person,
      partner_visit, visit_owner, search_under_way`;
}

/** Into new files: in the old ones the free space between rows still has bytes of what stood there. Nobody else gets in. */
async function rewrite({ nation }: Database): Promise<void> {
  await nation.sql`
    vacuum full appointment, appointment_event, appointment_word, booking_form, mail, idempotency_key, online_person,
      partner_visit, visit_owner, search_under_way`;
}

/** What the journal says of before is needed no more; where that is another's to decide, it goes in its own time. */
async function endJournal({ nation }: Database): Promise<void> {
  try {
    await nation.sql`select pg_switch_wal()`;
    await nation.sql`checkpoint`;
  } catch (error) {
    if (sqlState(error) !== INSUFFICIENT_PRIVILEGE) throw error;
  }
}

const INSUFFICIENT_PRIVILEGE = "42501";
