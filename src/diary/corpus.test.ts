import { expect, test } from "vitest";
import { CORPUS } from "../../test/diaries/corpus/corpus.ts";
import { CORPUS_OFFICE, CORPUS_TODAY, readShape, scoreOf } from "../../test/diaries/corpus/score.ts";
import type { Shape } from "../../test/diaries/corpus/shape.ts";

const shapes = Object.entries(CORPUS).flatMap(([kind, all]) => all.map((shape) => [kind, shape.name, shape] as const));

test("there are at least sixty shapes", () => {
  expect(shapes.length).toBeGreaterThanOrEqual(60);
  expect([CORPUS_OFFICE.services.length, CORPUS_TODAY.toString()]).toEqual([2, "2026-11-24"]);
});

/** Asked about are those of whom only a person can say what is meant; everybody else is read as they are meant. */
const expected = ({ people }: Shape) => ({
  right: people.flatMap(({ name, asks }) => (asks ? [] : [name])),
  marked: people.flatMap(({ name, asks }) => (asks ? [name] : [])),
  changed: [],
  lost: [],
  invented: [],
  unseen: [],
});

test.each(shapes)("%s, %s: nobody is lost or changed without a mark", async (_, __, shape) => {
  const diary = await readShape(shape);
  expect(scoreOf(shape, diary)).toEqual(expected(shape));
  const allowed = [...(shape.strays ?? []), ...shape.people.filter(({ asks }) => asks).map(({ name }) => name)];
  const noise = diary.unread.filter(({ text }) => !allowed.some((each) => text.includes(each)));
  expect(noise).toEqual([]);
});
