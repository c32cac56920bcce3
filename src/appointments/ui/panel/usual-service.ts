import type { Office } from "../../../offices/contract.ts";
import type { Day } from "../../contract.ts";

/** The service that people of this office come for most, by the day on the screen; else the first of its list. */
export function usualService({ services }: Office, { appointments }: Day): string {
  const counts = new Map(services.map(({ code }) => [code, 0]));
  for (const { service } of appointments) {
    const count = counts.get(service);
    if (count !== undefined) counts.set(service, count + 1);
  }
  const [usual] = [...counts].sort(([, a], [, b]) => b - a);
  return usual?.[0] ?? "";
}
