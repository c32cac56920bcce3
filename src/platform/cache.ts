import { Refusal } from "./refusal.ts";

/** Whoever asks while it is being loaded on a busy server waits for that load, and begins no other. */
const PATIENCE_MS = 3_000;
/** Asked for so often a second, the next load serves many as well. */
const MANY = 10;

export interface CacheOptions<Key, Value> {
  /** As metrics and docs/operations.md call it */
  readonly name: string;
  /** Entries; beyond it the one that was stored first makes room */
  readonly max: number;
  /** For so long an entry is valid; without it until it is deleted, or makes room */
  readonly ttlMs?: number;
  /** In milliseconds */
  clock?(): number;
  /** Whether an entry is known to be right still, however old it is. @param since the clock when its load began */
  validate?(value: Value, since: number): boolean;
  /** Whether what began to be loaded then is told to nobody any more, be it loaded or on its way. @param since as above */
  isOutdated?(key: Key, since: number): boolean;
}

/** What can be had again: never relied on for a write, gone with the process, and as large as its options say at most. */
export interface Cache<Key, Value> {
  /** Undefined: nothing that is valid. */
  get(key: Key): Value | undefined;
  /** The same, not counted: for whoever takes a part of it back. */
  peek(key: Key): Value | undefined;
  /** All that is stored, for the same. */
  values(): Iterable<Value>;
  /** What is found in an entry; where it is not there, that counts as a miss. */
  find<Part>(key: Key, partOf: (value: Value) => Part | undefined): Part | undefined;
  set(key: Key, value: Value): Value;
  delete(key: Key): void;
  clear(): void;
  /** Loads once for all who ask meanwhile. A failure is not stored; what is cleared while it is loaded isn't, either. */
  load(key: Key, read: () => Promise<Value>): Promise<Value>;
  /** Whether whoever loads now is told what others are told, at no cost of their own. */
  isShared(key: Key): boolean;
}

interface Entry<Value> {
  readonly at: number;
  /** Undefined: it is still being loaded */
  value: Value | undefined;
  readonly loading?: Promise<Value>;
  requests: number;
}

interface Tally {
  hits: number;
  misses: number;
  entries: number;
}

const tallies = new Map<string, Tally>();

/** Of all caches of this process, by name. */
export const cacheTallies = (): ReadonlyMap<string, Readonly<Tally>> => tallies;

/** Then it is everybody's answer. Who loaded may also have been refused for having no time left, and that is nobody else's. */
const isOfTheQuestion = (error: unknown): boolean => error instanceof Refusal && error.status < 500;

export function createCache<Key, Value extends {}>(options: CacheOptions<Key, Value>): Cache<Key, Value> {
  const {
    name,
    max,
    ttlMs = Number.POSITIVE_INFINITY,
    clock = () => performance.now(),
    validate,
    isOutdated,
  } = options;
  const entries = new Map<Key, Entry<Value>>();
  const tally = tallies.get(name) ?? { hits: 0, misses: 0, entries: 0 };
  tallies.set(name, tally);

  function isWithin(at: number, ms: number): boolean {
    const age = clock() - at;
    // A clock that went back makes nothing valid.
    return age >= 0 && age < ms;
  }
  function isFresh(key: Key, { at, value }: Entry<Value>): boolean {
    if (isOutdated?.(key, at)) return false;
    if (value === undefined) return isWithin(at, PATIENCE_MS);
    return ttlMs === Number.POSITIVE_INFINITY || validate?.(value, at) || isWithin(at, ttlMs);
  }
  const isOfMany = ({ at, requests }: Entry<Value>) => requests >= MANY * Math.max(1, (clock() - at) / 1_000);

  function remove(key: Key): void {
    if (entries.delete(key)) tally.entries--;
  }
  function store(key: Key, entry: Entry<Value>): void {
    remove(key);
    entries.set(key, entry);
    tally.entries++;
    if (entries.size > max) remove(entries.keys().next().value as Key);
  }
  function count<Found>(found: Found): Found {
    if (found === undefined) tally.misses++;
    else tally.hits++;
    return found;
  }
  function fresh(key: Key): Entry<Value> | undefined {
    const entry = entries.get(key);
    return entry && isFresh(key, entry) ? entry : undefined;
  }
  function begin(key: Key, read: () => Promise<Value>): Promise<Value> {
    const at = clock();
    const loading = read();
    const entry: Entry<Value> = { at, value: undefined, loading, requests: 1 };
    store(key, entry);
    loading.then(
      (value) => {
        entry.value = value;
      },
      () => {
        if (entries.get(key) === entry) remove(key);
      },
    );
    return loading;
  }

  return {
    get: (key) => count(fresh(key)?.value),
    peek: (key) => fresh(key)?.value,
    values: () => [...entries.values()].flatMap(({ value }) => (value === undefined ? [] : [value])),
    find: (key, partOf) => {
      const value = fresh(key)?.value;
      return count(value === undefined ? undefined : partOf(value));
    },
    set: (key, value) => {
      store(key, { at: clock(), value, requests: 1 });
      return value;
    },
    delete: remove,
    clear: () => {
      tally.entries -= entries.size;
      entries.clear();
    },
    load: (key, read) => {
      const entry = count(fresh(key));
      if (!entry) return begin(key, read);
      entry.requests++;
      if (!entry.loading) return Promise.resolve(entry.value as Value);
      return entry.loading.catch((error) => {
        if (isOfTheQuestion(error)) throw error;
        return read();
      });
    },
    isShared: (key) => {
      const entry = entries.get(key);
      return entry !== undefined && (isFresh(key, entry) || isOfMany(entry));
    },
  };
}
