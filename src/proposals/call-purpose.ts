import { hasPlace } from "../appointments/statuses.ts";
import type { ListedCall } from "./contract.ts";

/** What a caller has to tell, by what the citizen knows. Pure, browser-safe. */
export function callPurpose({ appointment, was, why }: ListedCall): {
  readonly isOff: boolean;
  readonly isKnown: boolean;
} {
  const isOff = !hasPlace(appointment.status);
  const isSame = was.date === appointment.date && was.time === appointment.time && was.queue === appointment.queue;
  return {
    /** The appointment is off */
    isOff,
    /** All of it: nothing but an e-mail was missed */
    isKnown: !isOff && why === "undelivered" && isSame,
  };
}
