import { expect, test } from "vitest";
import { JOB_NAMES } from "../../src/platform/jobs/jobs.ts";
import { isTest, sourceFiles } from "./source-files.ts";

const program = async () => [...(await sourceFiles(["src"]))].filter(([file]) => !isTest(file));

test("each job of the table is started in one place, and no other", async () => {
  const started = (await program()).flatMap(([, text]) =>
    [...text.matchAll(/\bstartJob\((?:deps|\{[^}]*\}), "([\w-]+)"/g)].map(([, job]) => job),
  );
  expect(started.toSorted()).toEqual(JOB_NAMES.toSorted());
});

test("nothing is done by the clock again and again that the operator does not see", async () => {
  const own = (await program()).flatMap(([file, text]) => (/\bstartWorker\(/.test(text) ? [file] : []));
  expect(own).toEqual(["src/platform/jobs/start-job.ts", "src/platform/worker.ts"]);
});
