import type { QueueOfDay } from "../../appointments/contract.ts";
import type { Text } from "../../text/text.ts";

/** Time in which queues do not serve, each once however many it is for. Pure. */
export interface ClosedPart {
  readonly from: string;
  readonly to: string;
  readonly kind: QueueOfDay["closed"][number]["kind"];
  readonly reason: string;
  /** Numbers of the queues */
  readonly queues: readonly number[];
}

export function closedParts(queues: readonly QueueOfDay[]): ClosedPart[] {
  const parts = new Map<string, ClosedPart>();
  for (const { number, closed } of queues.filter(({ active }) => active)) {
    for (const part of closed) {
      const key = [part.from, part.to, part.kind, part.reason].join("\n");
      parts.set(key, { ...part, queues: [...(parts.get(key)?.queues ?? []), number] });
    }
  }
  return [...parts.values()];
}

/** «Εξαίρεση 12:00–13:00, υπηρεσιακή συνάντηση»; of several queues, but not all, it says of which. */
export function closedPartWords(
  { from, to, kind, reason, queues }: ClosedPart,
  all: readonly QueueOfDay[],
  t: Text,
): string {
  const isWholeDay = from === "00:00" && to === "24:00";
  const when = isWholeDay ? t("paper.all-day") : t("paper.span", { from, to });
  const what = t(`paper.${kind}`, { when, reason });
  const isSome = queues.length > 1 && queues.length < all.filter(({ active }) => active).length;
  return isSome ? t("paper.of-queues", { queues: queues.join(", "), what }) : what;
}
