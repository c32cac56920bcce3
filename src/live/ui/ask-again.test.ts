import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, expect, test } from "vitest";
import { askAgain } from "./ask-again.ts";

const client = new QueryClient();
afterEach(() => client.clear());

/** Shown somewhere; each answer comes when it is given */
function aQuestion(name: string) {
  const asked: ((answer: string) => void)[] = [];
  const observer = new QueryObserver(client, {
    queryKey: [name],
    queryFn: () => new Promise<string>((resolve) => asked.push(resolve)),
  });
  const stop = observer.subscribe(() => {});
  const times = () => asked.length;
  return { times, stop, answer: (text: string) => asked.at(-1)?.(text), shown: () => observer.getCurrentResult().data };
}

test("news that come while the first answer is on its way are not lost", async () => {
  const { times, answer, shown, stop } = aQuestion("day");
  askAgain(client, ([name]) => name === "day");
  expect(times()).toBe(1);
  answer("before the news");
  await expect.poll(times).toBe(2);
  answer("after the news");
  await expect.poll(shown).toBe("after the news");
  expect(times()).toBe(2);
  stop();
});

test("what has an answer is asked again at once, what is not old is not", async () => {
  const [old, other] = [aQuestion("day"), aQuestion("me")];
  for (const question of [old, other]) question.answer("first");
  await expect.poll(() => [old.shown(), other.shown()]).toEqual(["first", "first"]);
  askAgain(client, ([name]) => name === "day");
  await expect.poll(old.times).toBe(2);
  old.answer("second");
  await expect.poll(old.shown).toBe("second");
  expect([old.times(), other.times()]).toEqual([2, 1]);
  for (const question of [old, other]) question.stop();
});
