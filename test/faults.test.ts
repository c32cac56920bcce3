import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aDataFolder, type DataFolder } from "./data-folder.ts";
import { type Desk, type DeskReply, deskOf, signIn } from "./desk.ts";
import { patiently } from "./patience.ts";
import { type Platform, startPlatform } from "./platform.ts";
import { atDatabase, CLERK, futureDay, giveQueues, OFFICE } from "./races/arena.ts";

/** What happens to a running server, and what its users see of it. */
let data: DataFolder;
let platform: Platform;
let cookie: string;
let desk: Desk;
beforeAll(async () => {
  data = await aDataFolder();
  await start();
  cookie = (await signIn(platform.url, CLERK)).cookie;
  await atDatabase(data.env.DATA_DIR, giveQueues);
});
beforeEach(async () => {
  if (platform.process.exitCode !== null || platform.process.signalCode !== null) await start();
  desk = deskOf(platform.url, cookie);
});
afterAll(async () => {
  await platform.kill("SIGTERM");
  await data.remove();
});

const start = async () => {
  platform = await startPlatform(data.env);
};

describe("the database is killed", () => {
  test("under load: the server lives, says 503 and when to come again, and heals by itself", async () => {
    const load = startLoad(8);
    await sleep(300);
    const killedAt = performance.now();
    process.kill(await postmaster(), "SIGKILL");
    await until(() => load.answers.some(({ at, status }) => at > killedAt + 100 && status === 200), 10_000);
    const answers = await load.stop();
    expect(platform.process.exitCode).toBeNull();
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]));
    for (const { status, ms, retryAfter } of answers) {
      expect(ms).toBeLessThan(patiently(5_000));
      if (status === 503) expect(retryAfter).toBeGreaterThan(0);
    }
  });

  test("again and again", async () => {
    for (let round = 0; round < 3; round++) {
      await until(async () => {
        // What was begun by a server's children they may still end.
        await postmaster()
          .then((pid) => process.kill(pid, "SIGKILL"))
          .catch(() => {});
        return (await day()).status === 503;
      }, 2_000);
      await until(async () => (await day()).status === 200, 10_000);
    }
    expect(platform.process.exitCode).toBeNull();
  });
});

test("the database falls silent: 503 within five seconds, and as if nothing had been once it speaks again", async () => {
  const pid = await postmaster();
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
  const pids = [pid, ...children.trim().split(" ").map(Number)];
  for (const each of pids) process.kill(each, "SIGSTOP");
  const asked = performance.now();
  const replies = await Promise.all([day(), day(), day()]).finally(() => {
    for (const each of pids) process.kill(each, "SIGCONT");
  });
  expect(replies.map(({ status }) => status)).toEqual([503, 503, 503]);
  expect(performance.now() - asked).toBeLessThan(patiently(5_500));
  await until(async () => (await day()).status === 200, 10_000);
});

describe("SIGTERM", () => {
  test("under load: every request that was taken is answered, and the server is gone within ten seconds", async () => {
    const load = startLoad(8, bookSomething);
    await sleep(400);
    const signalled = performance.now();
    platform.process.kill("SIGTERM");
    await sleep(5);
    const exitCode = await platform.kill("SIGTERM");
    expect(performance.now() - signalled).toBeLessThan(patiently(10_000));
    const answers = await load.stop();
    expect(exitCode).toBe(0);
    // A connection that the server had not taken yet, when it closed its door, is reset: nothing has come of it.
    const outcomes = answers.map(({ status, failure }) => failure ?? status).filter((each) => each !== "ECONNRESET");
    expect(new Set(outcomes)).toEqual(new Set([201, "ECONNREFUSED"]));
    const booked = "select from appointment where last_name = 'Φορτίος'";
    const { rows } = await atDatabase(data.env.DATA_DIR, (sql) => sql.query(booked));
    expect(rows).toHaveLength(outcomes.filter((each) => each === 201).length);
  });

  test("does not wait for who never finishes asking", async () => {
    const socket = connect(platform.port, "127.0.0.1");
    socket.on("error", () => {});
    socket.write("POST /api/offices/9904/appointments HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{");
    const half = connect(platform.port, "127.0.0.1");
    half.on("error", () => {});
    half.write("GET / HTT");
    await sleep(100);
    const signalled = performance.now();
    expect(await platform.kill("SIGTERM")).toBe(0);
    expect(performance.now() - signalled).toBeLessThan(patiently(10_000));
  });
});

describe("a start", () => {
  test("on a port that somebody has says so, ends with 1 and leaves nothing running", async () => {
    const own = join(dirname(data.env.DATA_DIR), "second");
    const { code, output } = await serve({ DATA_DIR: own, PORT: String(platform.port) });
    expect(code).toBe(1);
    expect(output).toContain(`Port ${platform.port} of 127.0.0.1 can't be opened`);
    expect(output).toContain("EADDRINUSE");
    await expect(stat(join(own, "cluster", "postmaster.pid"))).rejects.toThrow("ENOENT");
  });

  test("that is told to stop before it is through puts away what it started", async () => {
    const own = join(dirname(data.env.DATA_DIR), "third");
    const { code } = await serve({ DATA_DIR: own, PORT: "0" }, async (child) => {
      await until(async () => (await stat(join(own, "cluster", "PG_VERSION")).catch(() => null)) !== null, 20_000);
      child.kill("SIGTERM");
    });
    expect(code).toBe(0);
    await expect(stat(join(own, "cluster", "postmaster.pid"))).rejects.toThrow("ENOENT");
  });
});

async function serve(
  env: Readonly<Record<string, string>>,
  meanwhile: (child: ChildProcess) => Promise<void> = async () => {},
) {
  const child = spawn(process.execPath, ["src/cli/visits.ts", "serve"], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    env: { PATH: process.env.PATH, ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const closed = once(child, "close");
  await meanwhile(child);
  const [code] = await closed;
  return { code, output };
}

interface Answer {
  readonly at: number;
  readonly ms: number;
  /** 0: there was no answer, because of `failure` */
  readonly status: number;
  readonly failure?: string;
  readonly retryAfter: number;
}

const day = () => desk.ask("GET", `/api/offices/${OFFICE}/days/${futureDay(3)}`);

let booked = 0;
function bookSomething(): Promise<DeskReply> {
  const minutes = 480 + (booked % 40) * 10;
  const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const date = futureDay(20 + Math.floor(booked++ / 40));
  const body = { date, time, queue: 1, service: "copy-certification", lastName: "Φορτίος", firstName: "Δοκιμή" };
  return desk.ask("POST", `/api/offices/${OFFICE}/appointments`, { key: randomUUID(), body });
}

function startLoad(clients: number, ask: () => Promise<DeskReply> = day) {
  const answers: Answer[] = [];
  let isOver = false;
  const running = Promise.all(
    Array.from({ length: clients }, async () => {
      while (!isOver) {
        const at = performance.now();
        const answer = await ask().then(answered, failed);
        answers.push({ ...answer, at, ms: performance.now() - at });
        await sleep(5);
      }
    }),
  );
  const stop = async () => {
    isOver = true;
    await running;
    return answers;
  };
  return { answers, stop };
}

const answered = ({ status, headers }: DeskReply) => ({ status, retryAfter: Number(headers.get("retry-after")) });
const failed = (error: Error) => ({
  status: 0,
  retryAfter: 0,
  failure: String(error.cause instanceof Error && "code" in error.cause ? error.cause.code : error),
});

async function until(isSo: () => boolean | Promise<boolean>, ms: number): Promise<void> {
  const deadline = performance.now() + patiently(ms);
  while (!(await isSo())) {
    if (performance.now() > deadline)
      throw new Error(`Not within ${patiently(ms)} ms:\n${platform.output().slice(-2_000)}`);
    await sleep(20);
  }
}

const postmaster = async (): Promise<number> =>
  Number((await readFile(join(data.env.DATA_DIR, "cluster", "postmaster.pid"), "utf8")).split("\n")[0]);
