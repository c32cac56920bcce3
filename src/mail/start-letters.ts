import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { Database } from "../platform/database/transaction.ts";
import { mailRelayOf } from "../platform/mail-relay.ts";
import type { Clock } from "../platform/time.ts";
import { startPlanning } from "./by-clock/plan-by-clock.ts";
import { startDelivering } from "./deliver.ts";
import { mailerOf } from "./mailer.ts";
import { measureLetters } from "./measure.ts";
import { paceOf } from "./pace.ts";

interface LetterDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Registry;
}

interface LetterSettings {
  readonly SMTP_URL?: string | undefined;
  readonly MAIL_FROM: string;
  readonly PUBLIC_BASE_URL?: string | undefined;
  readonly PORT: number;
}

export interface Letters {
  /** One may leave at once. */
  wake(): void;
  stop(): Promise<void>;
}

/** What is under way when the program is told to stop has so long; another sender takes up the rest. */
const LAST_WORDS_MS = 4_000;
const PER_SECOND_AND_DOMAIN = 50;

/** In a trial, of the same machine. */
const siteOf = ({ PUBLIC_BASE_URL, PORT }: LetterSettings): string =>
  (PUBLIC_BASE_URL ?? `http://localhost:${PORT}`).replace(/\/$/, "");

/** What is planned by the clock, and the sender, beside the requests. Without a mail server messages wait for one. */
export function startLetters(config: LetterSettings, deps: LetterDeps): Letters {
  const onSettled = measureLetters(deps);
  const planning = startPlanning(deps);
  const relay = config.SMTP_URL === undefined ? null : mailRelayOf(config.SMTP_URL);
  if (!relay) return { wake: () => {}, stop: planning.stop };
  const mailer = mailerOf(relay);
  const pace = paceOf(PER_SECOND_AND_DOMAIN);
  const delivering = startDelivering({
    ...deps,
    mailer,
    pace,
    from: config.MAIL_FROM,
    site: siteOf(config),
    onSettled,
  });
  return {
    wake: delivering.wake,
    stop: async () => {
      await Promise.all([
        planning.stop(),
        Promise.race([delivering.stop(), sleep(LAST_WORDS_MS, undefined, { ref: false })]),
      ]);
      mailer.close();
    },
  };
}
