import { searchOver } from "../src/catalogue/search/search.ts";
import { corpus, languageOfKind } from "../test/catalogue/corpus.ts";
import { exampleCatalogue } from "../test/catalogue/example-catalogue.ts";
import { generatedProcedures, PROCEDURES } from "../test/catalogue/generated-procedures.ts";

/** What it costs the program to find a service by people's own words, all that the corpus asks. */
export interface ServicesCost {
  /** Milliseconds of processor a search, among the services of the example and among as many as the ministry has */
  readonly few: number;
  readonly many: number;
  /** Of processor, to make the index of all these, once for each version of the catalogue */
  readonly indexMs: number;
}

const ROUNDS = 5;

export async function servicesCost(): Promise<ServicesCost> {
  const example = await exampleCatalogue();
  const before = process.cpuUsage();
  const amongAll = searchOver([...example, ...generatedProcedures(PROCEDURES - example.length)]);
  const indexMs = millisecondsSince(before);
  return { few: cpuOf(searchOver(example)), many: cpuOf(amongAll), indexMs };
}

function cpuOf(search: ReturnType<typeof searchOver>): number {
  const queries = corpus();
  const askAll = () => {
    for (const { text, kind } of queries) search(text, languageOfKind(kind));
  };
  askAll();
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++) askAll();
  return millisecondsSince(before) / ROUNDS / queries.length;
}

function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
