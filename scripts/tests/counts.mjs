const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/** A file that could not be read counts as one failure, though none of its tests ran. */
export function countTests(report) {
  if (!report) return NOTHING;
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** More that pass only when they are tried again are no accident of the machine. */
const MOST_FLAKY = 3;

/** The runner names those that passed only at their second try; a few of them count as passed. */
export function countJourneys(report) {
  if (!report) return NOTHING;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const isByAccident = flaky <= MOST_FLAKY;
  const errors = unexpected === 0 ? report.errors.length : 0;
  return {
    passed: expected + (isByAccident ? flaky : 0),
    failed: unexpected + (isByAccident ? 0 : flaky) + errors,
    skipped,
  };
}

/** Says what went wrong besides failing tests, counts it as a failure, and adds up. */
export function summary(runs) {
  const total = { ...NOTHING };
  for (const { name, code, passed, failed, skipped } of runs) {
    const wrong = passed + failed === 0 ? `No ${name} was executed.` : `The ${name} runner ended with code ${code}.`;
    const isUnexplained = failed === 0 && (code !== 0 || passed === 0);
    if (isUnexplained) console.error(wrong);
    total.passed += passed;
    total.failed += failed + (isUnexplained ? 1 : 0);
    total.skipped += skipped;
  }
  const tail = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  return { passed: total.failed === 0, line: `${total.passed} passed, ${total.failed} failed${tail}` };
}
