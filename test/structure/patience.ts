import type { Finding } from "./finding.ts";
import { type Files, isTest } from "./source-files.ts";

const BOUND = /\.poll\((?:[^;]*?)timeout: \d/;

/** Tests that give up after a time of their own, whatever the machine does besides: journeys have the browser's patience. */
export const patienceFindings = (files: Files): Finding[] =>
  [...files].flatMap(([file, text]) =>
    isTest(file) && !/^test\/(journeys|structure)\//.test(file) && BOUND.test(text)
      ? [
          {
            file,
            message:
              "waits for a number of milliseconds: patiently(…) of test/patience.ts says how long on which machine",
          },
        ]
      : [],
  );
