import type { Read } from "../platform/database/sql.ts";
import { lastLetters, pendingOf } from "./claim-sql.ts";
import { type Letter, letterFor } from "./letter.ts";
import type { Pending } from "./pending.ts";
import { visitsToTell } from "./visit-sql.ts";

/** What there is to say of an appointment by now. */
export interface LetterChoice {
  /** All that waits of it */
  readonly messages: readonly Pending[];
  /** One of them, which becomes the letter; null: there is nothing to say */
  readonly letter: CarriedLetter | null;
}

export interface CarriedLetter extends Letter {
  readonly carrier: Pending;
}

export async function chooseLetters(
  tx: Read,
  officeId: number,
  appointments: readonly string[],
  now: Temporal.Instant,
): Promise<LetterChoice[]> {
  const [pending, before, visits] = await Promise.all([
    pendingOf(tx, officeId, appointments, now),
    lastLetters(tx, officeId, appointments),
    visitsToTell(tx, officeId, appointments),
  ]);
  return [...Map.groupBy(pending, addressee)].map(([, messages]) => {
    const id = messages[0]?.appointment ?? "";
    const visit = visits.get(id);
    const chosen = visit && letterFor(messages, before.get(id) ?? null, visit, now);
    const carrier = messages.find((message) => message.id === chosen?.carrier);
    return { messages, letter: chosen && carrier ? { ...chosen.letter, carrier } : null };
  });
}

/** A letter to an address that is not the appointment's yet stands for itself: no other one says what it says. */
const addressee = ({ appointment, kind, address }: Pending): string =>
  kind === "address-link" ? `${appointment} ${address}` : appointment;
