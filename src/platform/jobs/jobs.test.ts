import { afterAll, beforeAll, expect, test } from "vitest";
import { asOwner, type FreshDatabase, freshDatabase } from "../../../test/database.ts";
import { visits } from "../../cli/visits.ts";
import { textIn } from "../../text/text.ts";
import { createLogger } from "../log.ts";
import type { JobRun } from "./job-run-sql.ts";
import { JOB_NAMES } from "./jobs.ts";
import { startJob } from "./start-job.ts";
import { jobStates, stateOfJob } from "./states.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const log = createLogger("silent");
const isOf = async (job: string) => (await jobStates(database.db)).jobs.find((state) => state.job === job);

test("a job notes what became of it: done, left, failed with a code and without a word of whom it was about", async () => {
  expect((await isOf("measures"))?.is).toBe("never");
  const outcomes: (boolean | Error)[] = [true, false, Object.assign(new Error("of Ελένη"), { code: "ECONNREFUSED" })];
  const job = startJob({ db: database.db, log }, "measures", {
    act: async () => {
      const outcome = outcomes.shift() ?? true;
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
    failure: "nothing came of it",
  });
  for (const is of ["fine", "left", "failed", "fine"]) {
    await expect.poll(async () => (await isOf("measures"))?.is).toBe(is);
    job.wake();
  }
  await job.stop();
  const { run } = (await isOf("measures")) ?? {};
  expect(run).toMatchObject({ outcome: "done", failure: "ECONNREFUSED" });
  expect(JSON.stringify(run)).not.toContain("Ελένη");
});

test("one that goes well many times is not written each time, and another process's failure is seen", async () => {
  let acts = 0;
  const job = startJob({ db: database.db, log }, "holds", { act: async () => ++acts > 0, failure: "" });
  await expect.poll(async () => (await isOf("holds"))?.is).toBe("fine");
  const first = (await isOf("holds"))?.run?.ranAt;
  for (let round = 1; round < 5; round++) {
    job.wake();
    await expect.poll(() => acts).toBeGreaterThan(round);
  }
  expect((await isOf("holds"))?.run?.ranAt).toEqual(first);
  await job.stop();
});

const at = Temporal.Instant.from("2026-11-24T10:42:00+02:00");
const run = (outcome: JobRun["outcome"], seconds: number): JobRun => ({
  job: "letters",
  ranAt: at.subtract({ seconds }),
  tookMs: 3,
  did: null,
  outcome,
  failedAt: outcome === "failed" ? at : null,
  failure: outcome === "failed" ? "ETIMEDOUT" : null,
});

test.each([
  ["letters", run("done", 119), "fine"],
  ["letters", run("done", 121), "late"],
  ["letters", run("failed", 20), "failed"],
  ["measures", run("done", 659), "fine"],
  ["measures", run("done", 661), "late"],
  ["measures", run("left", 121), "late"],
] as const)("%s: %o is %s", (job, given, is) => {
  expect(stateOfJob(job, given, at).is).toBe(is);
});

test("the operator sees each with its words, and what is late ends with 1", async () => {
  const out: string[] = [];
  const terminal = { out: (line: string) => out.push(line), err: (line: string) => out.push(line) };
  const settings = { DATABASE_URL: database.ownerUrl, DATABASE_OWNER_URL: database.ownerUrl };
  expect(await visits(["jobs"], settings, terminal)).toBe(0);
  const t = textIn("el");
  for (const job of JOB_NAMES) expect(out.join("\n")).toContain(t(`command.jobs.${job}`));
  await asOwner(database.ownerUrl, "update job_run set ran_at = now() - interval '1 day' where job = 'holds'");
  expect(await visits(["jobs", "--json"], settings, terminal)).toBe(1);
  const { jobs } = JSON.parse(out.at(-1) ?? "");
  expect(jobs.find((each: { job: string }) => each.job === "holds").is).toBe("late");
});

test.each([
  ["el", "Άργησε", "Απέτυχε", "κανείς τους δεν\n  ειδοποιείται", "→ Καμία διεργασία δεν λειτουργεί. Ξεκινήστε μία"],
  ["en", "Late", "Failed", "none of them is told", "→ No process serves. Start one"],
] as const)(
  "in %s the operator reads what a job that is late or failed means for people, and what to do",
  async (...row) => {
    const [language, late, failed, means, next] = row;
    const t = textIn(language);
    await asOwner(
      database.ownerUrl,
      `insert into job_run (job, ran_at, took_ms, did, outcome, failed_at, failure) values
      ('earlier-places', now() - interval '1 day', 4240, 5210, 'done', null, null),
      ('rulings', now(), 12400, null, 'failed', now(), 'ECONNREFUSED')
    on conflict (job) do nothing`,
    );
    const out: string[] = [];
    const terminal = { out: (line: string) => out.push(line), err: (line: string) => out.push(line) };
    const settings = { DATABASE_URL: database.ownerUrl, DATABASE_OWNER_URL: database.ownerUrl };
    expect(await visits(["jobs", `--lang=${language}`], settings, terminal)).toBe(1);
    const said = out.join("\n");
    expect(said).toContain(`\n\n${late}: ${t("command.jobs.earlier-places")}\n  `);
    expect(said).toContain(`\n\n${failed}: ${t("command.jobs.rulings")} (ECONNREFUSED)\n  `);
    expect(said).toContain(means);
    expect(said).toContain(next);
    expect(said).toMatch(language === "el" ? /4,2″ +5\.210 / : /4\.2″ +5,210 /);
    expect(said).toContain("12″");
  },
);

test("what a job did is added up until it is noted, and one that counts nothing says so", async () => {
  let acts = 0;
  const job = startJob({ db: database.db, log }, "stored-answers", {
    act: async () => {
      if (acts++ < 5) return { isDone: true, did: 3 };
      throw new Error("no more");
    },
    failure: "",
  });
  await expect.poll(async () => (await isOf("stored-answers"))?.run?.did).toBe(3);
  for (let round = 1; round < 6; round++) {
    job.wake();
    await expect.poll(() => acts).toBeGreaterThan(round);
  }
  await expect.poll(async () => (await isOf("stored-answers"))?.is).toBe("failed");
  expect((await isOf("stored-answers"))?.run?.did).toBe(12);
  await job.stop();
  expect((await isOf("measures"))?.run?.did).toBeNull();
});
