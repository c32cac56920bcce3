import type { Office } from "../../../offices/contract.ts";
import type { Text } from "../../../text/text.ts";
import type { Appointment, Day } from "../../contract.ts";
import { longerThanUsual } from "../../place/longer.ts";
import { lengthTerms } from "../panel/together/visit-in-form.ts";

interface Where {
  readonly office: Office;
  readonly queues: Day["queues"];
}

/** «20′ αντί για 10′», where a visit takes longer because that was ticked; null: it does not. */
export function longerWords(visit: Appointment, { office, queues }: Where, t: Text): string | null {
  const queue = queues.find(({ number }) => number === visit.queue);
  const longer = longerThanUsual(visit, lengthTerms(office), queue?.slotMinutes ?? 1);
  return longer && t("plan.longer-instead", { ...longer });
}
