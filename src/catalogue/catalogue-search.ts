import { createCache } from "../platform/cache.ts";
import { OF_NATION, type Read } from "../platform/database/sql.ts";
import type { ReadOnlyDatabase } from "../platform/database/transaction.ts";
import { memoizeByObject } from "../platform/memoize.ts";
import type { CitizensLanguage } from "../text/languages.ts";
import { allPhrases, officialPhrases } from "./people-words.ts";
import type { Referral } from "./referral.ts";
import { type CatalogueSearch, searchOver } from "./search/search.ts";
import type { Searchable } from "./search/word-index.ts";
import { referrals, spokenServices, wordsVersion } from "./words-sql.ts";

export interface ServiceHit {
  readonly service: string;
  readonly score: number;
  /** The words that were nearest */
  readonly by: string;
}

export interface ReferralHit {
  readonly referral: Referral;
  /** Nothing that KEP do is nearer. */
  readonly isFirst: boolean;
  readonly by: string;
}

export interface ServicesMeant {
  /** Best first */
  readonly services: readonly ServiceHit[];
  /** What was meant, as it seems, and is done elsewhere; null: nothing */
  readonly elsewhere: ReferralHit | null;
  /** What of it nobody understands, as it was typed */
  readonly unknown: readonly string[];
}

/** What somebody means by their own words: the one search for a service, whoever asks. */
export async function servicesMeant(
  db: ReadOnlyDatabase,
  typed: string,
  language?: CitizensLanguage,
): Promise<ServicesMeant> {
  const { search, elsewhere } = await indexOf(db);
  const { found, unknown } = search(typed, language);
  const at = found.findIndex(({ code }) => elsewhere.has(code));
  const hit = found[at];
  return {
    services: found.flatMap(({ code, score, by }) =>
      elsewhere.has(code) ? [] : [{ service: code.slice(SERVICE.length), score, by }],
    ),
    elsewhere: hit ? { referral: elsewhere.get(hit.code) as Referral, isFirst: at === 0, by: hit.by } : null,
    unknown,
  };
}

interface Index {
  readonly version: string;
  readonly search: CatalogueSearch;
  /** By what stands for it in the index */
  readonly elsewhere: ReadonlyMap<string, Referral>;
}

const cacheOf = memoizeByObject((_db: ReadOnlyDatabase) =>
  // While a new one is made, the one before may still be in use.
  createCache<string, Index>({ name: "services by words", max: 1 }),
);

/** Made once for each version of the catalogue. */
async function indexOf(db: ReadOnlyDatabase): Promise<Index> {
  const cache = cacheOf(db);
  const wanted = await wordsVersion(db.nation);
  const index = await cache.load(wanted, () => db.read(OF_NATION, readIndex));
  // It has changed meanwhile, or another server has answered.
  if (index.version !== wanted) cache.delete(wanted);
  return index;
}

const SERVICE = "service/";
const REFERRAL = "referral/";

async function readIndex(tx: Read): Promise<Index> {
  const [version, services, others] = await Promise.all([wordsVersion(tx), spokenServices(tx), referrals(tx)]);
  const items: Searchable[] = [
    ...services.map(({ code, names, toBring, words }) => ({
      code: `${SERVICE}${code}`,
      phrases: [...officialPhrases(names), ...allPhrases(words)],
      besides: toBring,
    })),
    ...others.map(({ code, words }) => ({ code: `${REFERRAL}${code}`, phrases: allPhrases(words), besides: [] })),
  ];
  return {
    version,
    search: searchOver(items),
    elsewhere: new Map(others.map((referral) => [`${REFERRAL}${referral.code}`, referral])),
  };
}
