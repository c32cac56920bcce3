import { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import type { MailRelay } from "../platform/mail-relay.ts";
import { composed } from "./letter/composed.ts";
import type { OutgoingMail } from "./letter/message.ts";

/** What became of a message. `unknown`: it may have been taken, the answer was lost. */
export type Outcome =
  | { readonly is: "sent" }
  | { readonly is: "refused" | "later" | "unknown"; readonly answer: string };

export interface Mailer {
  /** Resolves when the server would take mail. @throws Error that says why it would not */
  verify(): Promise<void>;
  send(message: OutgoingMail): Promise<Outcome>;
  close(): void;
}

const CONNECTIONS = 6;
/** To connect, for the greeting, and between two words of the server */
const PATIENCE_MS = 20_000;

/** Speaks to one mail server, which takes the messages on. */
export function mailerOf(relay: MailRelay, patienceMs = PATIENCE_MS): Mailer {
  const transport = createTransport({
    ...relay,
    pool: true,
    maxConnections: CONNECTIONS,
    // What a lost connection leaves open is decided by the outbox, not by the pool.
    maxRequeues: 0,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  return {
    verify: async () => {
      await transport.verify();
    },
    send: async (message) => {
      const body = readOnce(await composed(message));
      try {
        await transport.sendMail({ envelope: { from: message.from.address, to: [message.to] }, raw: body.stream });
        return { is: "sent" };
      } catch (error) {
        return outcomeOf(error as SmtpError, body.isBegun());
      }
    },
    close: () => transport.close(),
  };
}

/** Tells whether the server had been given anything of it: before, it can't have taken it. */
function readOnce(raw: Buffer) {
  let isBegun = false;
  const stream = new Readable({
    read() {
      isBegun = true;
      this.push(raw);
      this.push(null);
    },
  });
  return { stream, isBegun: () => isBegun };
}

interface SmtpError extends Error {
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/** Only what is said of the recipient or of the message is final: a refused sender or password is ours to mend. */
function outcomeOf({ command, response, responseCode, message }: SmtpError, isBegun: boolean): Outcome {
  const answer = response ?? message;
  const isOfMessage = command === "RCPT TO" || command === "DATA";
  if (responseCode !== undefined && isOfMessage) return { is: responseCode >= 500 ? "refused" : "later", answer };
  return { is: isBegun && responseCode === undefined ? "unknown" : "later", answer };
}
