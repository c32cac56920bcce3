import { planByClock } from "../src/mail/by-clock/plan-by-clock.ts";
import { type DeliverDeps, deliverAll } from "../src/mail/deliver.ts";
import { mailerOf } from "../src/mail/mailer.ts";
import { paceOf } from "../src/mail/pace.ts";
import { mailRelayOf } from "../src/platform/mail-relay.ts";
import { type SmtpStandIn, startSmtp } from "../trial/stand-ins/smtp.ts";
import { MAIL_FROM } from "./mail-from.ts";
import { aRulesDesk, type RulesDesk } from "./rules-desk.ts";
import type { OfficeWish, World } from "./world.ts";

/** A mail server, and what takes the letters of all offices there. */
export interface MailServer {
  readonly smtp: SmtpStandIn;
  readonly deps: DeliverDeps;
  /** Time goes by, and what is due by then is sent. */
  delivered(minutes?: number): Promise<void>;
  /** What the hour makes be planned */
  planByClock(): Promise<boolean>;
  /** What arrived since it was asked last: who got it, and its subject */
  arrived(): string[];
  close(): Promise<void>;
}

/** An office whose letters leave through a mail server. */
export interface MailDesk extends RulesDesk, MailServer {}

export const aMailDesk = async (
  world: World,
  server?: MailServer,
  office: Partial<OfficeWish> = { queues: 1 },
): Promise<MailDesk> => ({ ...(await aRulesDesk(world, office)), ...(server ?? (await aMailServer(world))) });

export async function aMailServer(world: World): Promise<MailServer> {
  const smtp = await startSmtp({ clock: () => world.now });
  const mailer = mailerOf(mailRelayOf(smtp.url) ?? failed());
  const deps = {
    db: world.database.db,
    clock: () => world.now,
    log: world.log,
    mailer,
    pace: paceOf(1_000),
    from: MAIL_FROM,
    site: "https://visits.example",
  };
  let seen = 0;
  return {
    smtp,
    deps,
    delivered: async (minutes = 3) => {
      world.now = world.now.add({ minutes });
      await deliverAll(deps);
    },
    planByClock: () => planByClock(deps),
    arrived: () => {
      const messages = smtp.messages();
      const fresh = messages.slice(seen);
      seen = messages.length;
      return fresh.map(({ to, subject }) => `${to.join()}: ${subject}`);
    },
    close: async () => {
      mailer.close();
      await smtp.stop();
    },
  };
}

const failed = (): never => {
  throw new Error("No mail server has such an address.");
};
