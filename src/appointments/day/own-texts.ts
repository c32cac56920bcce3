import type { ReadyJson } from "../../platform/http/ready-json.ts";

/** What all of an office are sent alike, but for which queues they serve themselves. */
export type OwnTexts = (employeeId: number) => ReadyJson;

/**
 * The same bytes to all who serve the same of its queues, made when the first of them asks.
 * @param servedBy queue by queue the employee who serves it; null: nobody does
 * @param write of which queues are the reader's own
 */
export function textsByOwnQueues(
  servedBy: readonly (number | null)[],
  write: (own: readonly boolean[]) => ReadyJson,
): OwnTexts {
  const texts = new Map<string, ReadyJson>();
  return (employeeId) => {
    const own = servedBy.map((employee) => employee === employeeId);
    const key = own.join();
    const known = texts.get(key);
    if (known) return known;
    const made = write(own);
    texts.set(key, made);
    return made;
  };
}
