import { type Clock, systemClock } from "../../src/platform/time.ts";
import { startServer } from "./http.ts";
import { type ArrivedMessage, keepArrived } from "./smtp/arrived.ts";
import { createTrouble, type SmtpKnobs, smtpKnobs, type WantedKnobs } from "./smtp/knobs.ts";
import { listenForMail } from "./smtp/listener.ts";
import { answerAboutMail } from "./smtp/routes.ts";

export interface SmtpStandIn {
  /** For SMTP_URL */
  readonly url: string;
  /** Where a person sees what arrived and turns the knobs */
  readonly page: string;
  /** The last thousand, the oldest first; all, or those to one recipient by the envelope */
  messages(recipient?: string): readonly ArrivedMessage[];
  /** How many ever arrived */
  count(): number;
  /** Sets all of them: what is not named is off. */
  knobs(wanted: WantedKnobs): void;
  stop(): Promise<void>;
}

/** Takes every e-mail and sends none on. A page shows what arrived; knobs make it slow, refusing or dead. */
export async function startSmtp({
  port = 0,
  clock = systemClock,
}: {
  readonly port?: number;
  readonly clock?: Clock;
} = {}): Promise<SmtpStandIn> {
  const arrived = keepArrived(clock);
  const trouble = createTrouble();
  const listener = await listenForMail(port, arrived, trouble);
  const turn = (knobs: SmtpKnobs) => {
    trouble.set(knobs);
    if (knobs.dead) listener.resetConnections();
  };
  const pages = await startServer((request, response, url) =>
    answerAboutMail({ arrived, knobs: trouble.knobs, turn }, request, response, url),
  );
  return {
    url: `smtp://127.0.0.1:${listener.port}`,
    page: pages.origin,
    count: arrived.count,
    messages: (recipient) => (recipient === undefined ? arrived.all() : arrived.to(recipient)),
    knobs: (wanted) => turn(smtpKnobs.parse(wanted)),
    stop: async () => {
      await Promise.all([listener.stop(), pages.stop()]);
    },
  };
}
