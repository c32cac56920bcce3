import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ageOfAnswers } from "./answer-age.ts";

let client: QueryClient;
let ageOf: ReturnType<typeof ageOfAnswers>;
let answers: { resolve(answer: string): void; reject(error: Error): void }[];
beforeEach(() => {
  vi.useFakeTimers();
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  ageOf = ageOfAnswers(client.getQueryCache());
  answers = [];
});
afterEach(() => {
  client.clear();
  vi.useRealTimers();
});

const ask = () =>
  client
    .fetchQuery({
      queryKey: ["day"],
      staleTime: 0,
      queryFn: () => new Promise<string>((resolve, reject) => answers.push({ resolve, reject })),
    })
    .catch(() => {});
const age = () => {
  const query = client.getQueryCache().find({ queryKey: ["day"] });
  return query ? ageOf(query) : Number.NaN;
};
const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test("an answer is as old as its question, the first one while it is on its way as well", async () => {
  void ask();
  await passes(400);
  expect(age()).toBe(400);
  answers.at(-1)?.resolve("first");
  await passes(600);
  expect(age()).toBe(1_000);
  void ask();
  await passes(300);
  expect(age(), "what is shown is the first one still").toBe(1_300);
  answers.at(-1)?.resolve("second");
  await passes(0);
  expect(age()).toBe(300);
});

test("what a page puts there itself makes it no younger, and what failed is of no age", async () => {
  void ask();
  answers.at(-1)?.resolve("first");
  await passes(700);
  client.setQueryData(["day"], "own");
  expect(age()).toBe(700);
  void ask();
  answers.at(-1)?.reject(new Error("lost"));
  await passes(0);
  expect(age()).toBe(Number.POSITIVE_INFINITY);
});

test("what a sleeping machine did not count, its other clock did", async () => {
  void ask();
  answers.at(-1)?.resolve("first");
  await passes(100);
  vi.setSystemTime(Date.now() + 600_000);
  expect(age()).toBe(600_100);
});
