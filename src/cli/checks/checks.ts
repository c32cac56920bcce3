import { appointmentChecks } from "./appointment-checks.ts";
import type { Check } from "./check.ts";
import { historyChecks } from "./history-checks.ts";
import { queueChecks } from "./queue-checks.ts";
import { schemaChecks } from "./schema-checks.ts";
import { searchChecks } from "./search-checks.ts";

export const CHECKS: readonly Check[] = [
  ...appointmentChecks,
  ...queueChecks,
  ...historyChecks,
  ...searchChecks,
  ...schemaChecks,
];
