import { setTimeout as sleep } from "node:timers/promises";
import { deliverAll } from "../../src/mail/deliver.ts";
import { mailerOf } from "../../src/mail/mailer.ts";
import { paceOf } from "../../src/mail/pace.ts";
import { openPool } from "../../src/platform/database/pool.ts";
import { databaseOf } from "../../src/platform/database/transaction.ts";
import { createLogger } from "../../src/platform/log.ts";
import { type MailRelay, mailRelayOf } from "../../src/platform/mail-relay.ts";
import { offerAll } from "../../src/public-booking/earlier/offer-places.ts";
import { MAIL_FROM } from "../mail-from.ts";

// A process that offers places and sends their letters as of a given time, until it is killed: node offerer.ts DATABASE SMTP INSTANT
const [database = "", smtp = "", now = ""] = process.argv.slice(2);
const deps = {
  db: databaseOf(openPool(database, 4, () => {})),
  clock: () => Temporal.Instant.from(now),
  log: createLogger("silent"),
  mailer: mailerOf(mailRelayOf(smtp) as MailRelay),
  pace: paceOf(1_000),
  from: MAIL_FROM,
  site: "https://visits.example",
};
while (true) {
  await offerAll(deps);
  await deliverAll(deps);
  await sleep(10);
}
