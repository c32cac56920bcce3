import { type DeliverDeps, deliverAll } from "../src/mail/deliver.ts";
import { mailerOf } from "../src/mail/mailer.ts";
import { paceOf } from "../src/mail/pace.ts";
import { remindAll } from "../src/mail/remind.ts";
import { mailRelayOf } from "../src/platform/mail-relay.ts";
import { type SmtpStandIn, startSmtp } from "../src/stand-ins/smtp.ts";
import { MAIL_FROM } from "./mail-from.ts";
import { aRulesDesk, type RulesDesk } from "./rules-desk.ts";
import type { World } from "./world.ts";

/** An office whose letters leave through a mail server of their own. */
export interface MailDesk extends RulesDesk {
  readonly smtp: SmtpStandIn;
  readonly deps: DeliverDeps;
  /** Time goes by, and what is due by then is sent. */
  delivered(minutes?: number): Promise<void>;
  reminded(): Promise<void>;
  /** What arrived since it was asked last: who got it, and its subject */
  arrived(): string[];
  close(): Promise<void>;
}

export async function aMailDesk(world: World): Promise<MailDesk> {
  const desk = await aRulesDesk(world, { queues: 1 });
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
    ...desk,
    smtp,
    deps,
    delivered: async (minutes = 3) => {
      world.now = world.now.add({ minutes });
      await deliverAll(deps);
    },
    reminded: () => remindAll(deps),
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
