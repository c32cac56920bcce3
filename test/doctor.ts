import { appointmentChecks } from "../src/cli/checks/appointment-checks.ts";
import type { Check } from "../src/cli/checks/check.ts";
import { CHECKS } from "../src/cli/checks/checks.ts";
import { citizenChecks } from "../src/cli/checks/citizen-checks.ts";
import { type Diagnosis, diagnose } from "../src/cli/checks/diagnose.ts";
import { historyChecks } from "../src/cli/checks/history-checks.ts";
import { holdChecks } from "../src/cli/checks/hold-checks.ts";
import { keepDecisionChecks } from "../src/cli/checks/keep-decision-checks.ts";
import { queueChecks } from "../src/cli/checks/queue-checks.ts";
import { releaseChecks } from "../src/cli/checks/schema/release-checks.ts";
import { waitingChecks } from "../src/cli/checks/waiting-checks.ts";
import { openOwner } from "../src/platform/database/owner.ts";

const namesOf = (...checks: readonly (readonly Check[])[]): readonly Check["name"][] =>
  checks.flat().map(({ name }) => name);

/** What a test may make red that changes the rules of an office by its own hand, under visits that stand by then. */
export const RULES_BY_HAND = namesOf(appointmentChecks, keepDecisionChecks, queueChecks);
/** What a test may make red that writes or moves visits by its own hand. */
export const VISITS_BY_HAND: readonly Check["name"][] = [
  ...namesOf(appointmentChecks, keepDecisionChecks, historyChecks, waitingChecks),
  "search-words-wrong",
  "kept-too-long",
  "hold-with-person",
  "link-without-visit",
];

/** What nobody has done where no worker runs beside a test. */
export const BY_WORKERS: readonly Check["name"][] = CHECKS.filter(({ remedy }) => remedy === "running").map(
  ({ name }) => name,
);

/** Of what acts write: none of them writes the schema, over which the doctor takes as long as over all else. */
export const CHECKS_OF_DATA: readonly Check[] = CHECKS.filter((check) => !releaseChecks.includes(check));

/** A test that sets the clock replaces this one function (server-clock.ts). */
const TESTS_CLOCK = /^(missing|not)-of-release: -- server_clock\(\), called by /;

/** Of what citizens hold, fill in and have booked: asked over and over beside a test, where all the checks would take too long. */
const BOOKING_CHECKS: readonly Check[] = [...appointmentChecks, ...holdChecks, ...citizenChecks, ...historyChecks];

/** The doctor of bookings, who stays. */
export function aDoctorOfBookings(ownerUrl: string) {
  const owner = openOwner(ownerUrl);
  return {
    findings: async () => findingsIn(await diagnose(owner.db, Temporal.Now.instant(), () => {}, BOOKING_CHECKS)),
    close: owner.close,
  };
}

/** What the doctor finds in a database, as `check: finding`; nothing where all is well. */
export async function doctorsFindings(
  ownerUrl: string,
  now: Temporal.Instant = Temporal.Now.instant(),
  planted: readonly Check["name"][] = [],
  checks: readonly Check[] = CHECKS,
): Promise<string[]> {
  const owner = openOwner(ownerUrl);
  try {
    return findingsIn(await diagnose(owner.db, now, () => {}, checks), planted);
  } finally {
    await owner.close();
  }
}

const findingsIn = (diagnoses: readonly Diagnosis[], planted: readonly Check["name"][] = []): string[] =>
  diagnoses
    .filter(({ check }) => !planted.includes(check.name))
    .flatMap(({ check, findings }) => findings.map((finding) => `${check.name}: ${finding}`))
    .filter((finding) => !TESTS_CLOCK.test(finding));

/** @throws Error with what the doctor finds beside what was planted */
export async function requireHealth(ownerUrl: string, planted: readonly Check["name"][] = []): Promise<void> {
  const findings = await doctorsFindings(ownerUrl, Temporal.Now.instant(), planted);
  if (findings.length > 0) throw new Error(`The doctor finds:\n${findings.join("\n")}`);
}
