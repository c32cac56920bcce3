import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { before, timeLeft } from "./deadline.ts";
import { actJointly } from "./joint-act.ts";

type Results = readonly PromiseSettledResult<string>[];

/** Acts that end when they are told to; by their first letter they have a name. */
function anAct() {
  const begun: string[] = [];
  const times: number[] = [];
  const ones = new Map<string, PromiseWithResolvers<string>>();
  const crowds: PromiseWithResolvers<Results>[] = [];
  const act = actJointly<string, string, string>({
    alone: (one) => {
      begun.push(one);
      times.push(timeLeft());
      const end = Promise.withResolvers<string>();
      ones.set(one, end);
      return end.promise;
    },
    together: (all) => {
      begun.push(all.join("+"));
      times.push(timeLeft());
      const end = Promise.withResolvers<Results>();
      crowds.push(end);
      return end.promise;
    },
    nameOf: (one) => one.slice(0, 1),
  });
  return { act, begun, times, crowds, end: (one: string) => ones.get(one)?.resolve(`${one}!`) };
}

const done = (value: string) => ({ status: "fulfilled", value }) as const;
const refused = (reason: Error) => ({ status: "rejected", reason }) as const;
/** What is called so behind the first has begun. */
async function crowd({ act, end }: ReturnType<typeof anAct>, ...rest: string[]): Promise<Promise<string>[]> {
  const first = act("day", "a");
  const others = rest.map((one) => act("day", one));
  for (const other of others) other.catch(() => {});
  end("a");
  expect(await first).toBe("a!");
  await sleep(0);
  return others;
}

test("the first is done at once; those that come meanwhile go together, and each has its own answer", async () => {
  const acts = anAct();
  const [b, c] = await crowd(acts, "b", "c");
  expect(acts.begun).toEqual(["a", "b+c"]);
  const late = acts.act("day", "d");
  acts.crowds[0]?.resolve([done("b!"), refused(new Error("taken"))]);
  expect(await b).toBe("b!");
  await expect(c).rejects.toThrow("taken");
  await sleep(0);
  expect(acts.begun.at(-1), "whoever is left is alone").toBe("d");
  acts.end("d");
  expect(await late).toBe("d!");
});

test("what can't be done together is done one by one", async () => {
  const acts = anAct();
  const both = await crowd(acts, "b", "c");
  acts.crowds[0]?.reject(new Error("rolled back"));
  await sleep(0);
  expect(acts.begun).toEqual(["a", "b+c", "b", "c"]);
  for (const one of ["b", "c"]) acts.end(one);
  expect(await Promise.all(both)).toEqual(["b!", "c!"]);
});

test("what is sent twice waits for itself", async () => {
  const acts = anAct();
  void (await crowd(acts, "b", "b again", "c"));
  expect(acts.begun).toEqual(["a", "b+c"]);
  acts.crowds[0]?.resolve([done("b!"), done("c!")]);
  await sleep(0);
  expect(acts.begun.at(-1)).toBe("b again");
});

test("nobody waits for what is done elsewhere, and twenty go at once", async () => {
  const acts = anAct();
  const many = Array.from({ length: 25 }, (_, index) => String.fromCharCode(0x0391 + index));
  void (await crowd(acts, ...many));
  expect(acts.begun).toEqual(["a", many.slice(0, 20).join("+")]);
  void acts.act("another day", "z");
  expect(acts.begun.at(-1)).toBe("z");
});

test("each has the time of its own request, and the joint one is nobody's", async () => {
  const acts = anAct();
  const endsAt = performance.now() + 60_000;
  const first = before({ endsAt }, () => acts.act("day", "a"));
  const both = ["b", "c"].map((one) => before({ endsAt }, () => acts.act("day", one)));
  for (const one of both) one.catch(() => {});
  acts.end("a");
  await first;
  await sleep(0);
  acts.crowds[0]?.reject(new Error("rolled back"));
  await sleep(0);
  expect(acts.times.map((time) => time === Number.POSITIVE_INFINITY)).toEqual([false, true, false, false]);
});

test("for whom there is no time left nothing is begun", async () => {
  const acts = anAct();
  const first = acts.act("day", "a");
  const hurried = before({ endsAt: performance.now() + 5 }, () => acts.act("day", "b"));
  await expect(hurried).rejects.toMatchObject({ status: 503 });
  await sleep(5);
  acts.end("a");
  await first;
  await sleep(0);
  expect(acts.begun).toEqual(["a"]);
});
