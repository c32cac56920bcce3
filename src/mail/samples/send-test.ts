import { Refusal } from "../../platform/refusal.ts";
import type { LetterTest } from "../contract.ts";
import type { OutgoingMail } from "../letter/message.ts";
import type { Mailer } from "../mailer.ts";

/** At once, while somebody waits. @throws Refusal 503 when no server takes it, 409 when it refuses it for good */
export async function sendTest(mailer: Mailer, message: OutgoingMail): Promise<LetterTest> {
  const outcome = await mailer.send(message);
  if (outcome.is === "sent") return { to: message.to };
  if (outcome.is === "refused")
    throw new Refusal(409, "mail-test-refused", { values: { answer: outcome.answer.slice(0, LONGEST_ANSWER) } });
  throw new Refusal(503, "mail-server-unreachable");
}

const LONGEST_ANSWER = 200;
