import { expect, test } from "vitest";
import { keyOf } from "../stories.ts";
import { drawsOf } from "../truth.ts";
import { monthBounds } from "./month-bounds.ts";
import { attackPages } from "./page-attack.ts";
import { pageAfter, rulesOfTables } from "./page-reading.ts";
import { DATES, type Person, STORIES, weekdayOf } from "./people.ts";

/** More of them by SEEDS=… */
const SEEDS = Number(process.env.SEEDS ?? 1);
/** Two months of mornings: each of the days before them is in a month that is published */
const MORNINGS = DATES.slice(-60);

function attacked(all: readonly Person[], seed: number) {
  const people: ReadonlyMap<string, readonly Person[]> = Map.groupBy(all, ({ date }) => date);
  const pages = MORNINGS.map((until) => pageAfter(people, until));
  return { pages, ...attackPages(pages, monthBounds(people, keyOf(seed)), { people, rules: rulesOfTables() }) };
}

test.each(Object.entries(STORIES))(
  "whoever reads of waiting each morning, by weekday and of all days, and of its months, learns how many came of nobody: %s",
  (name, story) => {
    const all = { tries: 0, tables: 0, recovered: [] as string[] };
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { pages, tries, recovered } = attacked(story(drawsOf(seed)), seed);
      all.tries += tries;
      all.tables += pages.reduce((sum, { tables }) => sum + tables.length, 0);
      all.recovered.push(...recovered);
    }
    process.stdout.write(
      `office's page, ${name}: ${all.tables} tables, ${all.tries} tries, ${all.recovered.length} recovered\n`,
    );
    expect(all.tables, "it tells something").toBeGreaterThan(0);
    expect(all.recovered.slice(0, 5)).toEqual([]);
  },
);

test("where all who came are the thirty of one table, a month that hides seven is known: what decision 0063 does not promise", () => {
  const tuesdays = DATES.filter((date) => date >= "2026-08-01" && date < "2026-10-26" && weekdayOf(date) === 2);
  const counts: Readonly<Record<string, number>> = { "2026-08": 7, "2026-09": 12, "2026-10": 11 };
  const all = Object.entries(counts).flatMap(([month, count]) => {
    const dates = tuesdays.filter((date) => date.startsWith(month));
    return Array.from(
      { length: count },
      (_, index): Person => ({
        date: dates[index % dates.length] as string,
        hour: 10,
        minutes: 4,
        group: "certificates",
      }),
    );
  });
  expect(attacked(all, 1).recovered).toEqual(["2026-08 from 0 minutes on: 7"]);
  expect(attacked(all.slice(1), 1).recovered, "of twenty-nine there is no table").toEqual([]);
});
