import { appointmentChecks } from "./appointment-checks.ts";
import { auditChecks } from "./audit-checks.ts";
import type { Check } from "./check.ts";
import { citizenChecks } from "./citizen-checks.ts";
import { historyChecks } from "./history-checks.ts";
import { holdChecks } from "./hold-checks.ts";
import { inVainChecks } from "./in-vain-checks.ts";
import { keepDecisionChecks } from "./keep-decision-checks.ts";
import { measureChecks } from "./measure-checks.ts";
import { officeChecks } from "./office-checks.ts";
import { openDataChecks } from "./open-data-checks.ts";
import { queueChecks } from "./queue-checks.ts";
import { retentionChecks } from "./retention-checks.ts";
import { releaseChecks } from "./schema/release-checks.ts";
import { schemaChecks } from "./schema-checks.ts";
import { searchChecks } from "./search-checks.ts";
import { waitingChecks } from "./waiting-checks.ts";
import { weekChecks } from "./week-checks.ts";
import { workerChecks } from "./worker-checks.ts";

export const CHECKS: readonly Check[] = [
  ...appointmentChecks,
  ...keepDecisionChecks,
  ...holdChecks,
  ...citizenChecks,
  ...queueChecks,
  ...officeChecks,
  ...historyChecks,
  ...waitingChecks,
  ...measureChecks,
  ...weekChecks,
  ...inVainChecks,
  ...openDataChecks,
  ...searchChecks,
  ...auditChecks,
  ...workerChecks,
  ...retentionChecks,
  ...schemaChecks,
  ...releaseChecks,
];
