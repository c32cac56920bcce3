import { beforeAll, describe, expect, test } from "vitest";
import { type CatalogueSearch, searchOver } from "../../src/catalogue/search/search.ts";
import { corpus, type Query, scoreOf } from "./corpus.ts";
import { exampleCatalogue } from "./example-catalogue.ts";
import { generatedProcedures, PROCEDURES } from "./generated-procedures.ts";

let among31: CatalogueSearch;
let amongAll: CatalogueSearch;
beforeAll(async () => {
  const example = await exampleCatalogue();
  among31 = searchOver(example);
  amongAll = searchOver([...example, ...generatedProcedures(PROCEDURES - 31)]);
});

const ALL = corpus();
/** What the search by sound alone found already is not lost (0.70 and 0.79). */
const LEAST_OF: Readonly<Record<string, number>> = { greeklish: 0.9, typos: 0.9 };
const KINDS = [...new Set(ALL.map(({ kind }) => kind))];
const shares = (search: CatalogueSearch, queries: readonly Query[]) => {
  const { count, first, amongThree } = scoreOf(queries, (text, language) =>
    search(text, language).found.map(({ code }) => code),
  );
  return { first: first / count, amongThree: amongThree / count };
};

test("the corpus asks in six languages and in Latin letters, three hundred ways at least, for each service", () => {
  expect(ALL.length).toBeGreaterThanOrEqual(300);
  expect(KINDS).toHaveLength(11);
  expect(new Set(ALL.map(({ right }) => right)).size).toBeGreaterThanOrEqual(40);
});

describe.each([false, true])("kept aside: %s", (isApart) => {
  const queries = ALL.filter((query) => query.isApart === isApart);

  test("what was meant comes first for 92 in a hundred, among the first three for 97", () => {
    const { first, amongThree } = shares(among31, queries);
    expect(first).toBeGreaterThanOrEqual(0.92);
    expect(amongThree).toBeGreaterThanOrEqual(0.97);
  });

  test.each(KINDS)("no way of speaking is left behind: %s", (kind) => {
    const own = queries.filter((query) => query.kind === kind);
    expect(shares(among31, own).first).toBeGreaterThanOrEqual(LEAST_OF[kind] ?? 0.85);
  });
});

test("among as many procedures as the ministry has, what was meant is still found", () => {
  const { first, amongThree } = shares(amongAll, ALL);
  expect(first).toBeGreaterThanOrEqual(0.92);
  expect(amongThree).toBeGreaterThanOrEqual(0.97);
});

test("among them each procedure comes first by the plain words of its name", () => {
  const procedures = generatedProcedures(PROCEDURES - 31);
  const wrong = procedures.filter(({ code, phrases: [name] }) => amongAll(name?.text ?? "").found[0]?.code !== code);
  expect(wrong.map(({ phrases }) => phrases[0]?.text)).toEqual([]);
});
