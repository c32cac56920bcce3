import { useQuery } from "@tanstack/react-query";
import { useText } from "../../../../kit/text.tsx";
import type { Day } from "../../../contract.ts";
import { dayQuery } from "../../queries.ts";

/** Names of an office's queues: the shown day knows them, for another ΚΕΠ its own day. */
export function useQueueNames(office: string, day: Day, isShown: boolean): (queue: number) => string {
  const t = useText();
  const other = useQuery({ ...dayQuery(office, day.now.date), enabled: !isShown });
  const queues = (isShown ? day : other.data)?.queues ?? [];
  return (queue) => queues.find(({ number }) => number === queue)?.name ?? t("plan.queue-number", { number: queue });
}
