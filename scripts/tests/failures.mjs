import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { ROOT } from "../paths.mjs";

/** So that whoever reads only the end of a run knows what failed: a line each, its place, its name and why. */
export function testFailures(report) {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (status === "failed" && failed.length === 0) return [failure(relative(ROOT, name), "the file", message)];
    return failed.map((test) => failure(relative(ROOT, name), test.fullName, test.failureMessages[0]));
  });
}

/** Those that passed at their second try are named too: they are counted, up to a few, as passed. */
export function journeyFailures(report) {
  return (report?.suites ?? [])
    .flatMap(specsOf)
    .flatMap(({ file, title, tests }) =>
      tests
        .filter((test) => test.status === "unexpected" || test.status === "flaky")
        .map((test) =>
          failure(file, title, test.results[0]?.error?.message, test.status === "flaky" ? "FLAKY" : "FAILED"),
        ),
    );
}

/** What journeys took together of the processor, by files as long as each took. */
export function journeySeconds(report, seconds) {
  const specs = (report?.suites ?? []).flatMap(specsOf);
  const took = specs.map(({ file, tests }) => ({
    file,
    ms: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0),
  }));
  const all = took.reduce((sum, { ms }) => sum + ms, 0);
  return [...Map.groupBy(took, ({ file }) => file)].map(([file, ofFile]) => ({
    layer: "journeys",
    file,
    seconds: (ofFile.reduce((sum, { ms }) => sum + ms, 0) / Math.max(1, all)) * seconds,
  }));
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

const MOST_LETTERS = 300;

function failure(file, name, message = "", word = "FAILED") {
  const [before] = stripVTControlCharacters(message).split(/\n\s+at /);
  const why = before.replaceAll(/\s+/g, " ").slice(0, MOST_LETTERS);
  return `${word} ${file} › ${name}: ${why}`;
}
