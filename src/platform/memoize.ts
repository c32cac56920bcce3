import { createCache } from "./cache.ts";

/** What is longer does not come twice, and would fill the memory. */
const LONGEST_KEY = 100;

/** A pure function of short texts or numbers, computed once for each of them. @param max how many of its values are cached */
export function memoize<Key extends string | number, Value extends {}>(
  name: string,
  max: number,
  compute: (key: Key) => Value,
): (key: Key) => Value {
  const cache = createCache<Key, Value>({ name, max });
  return (key) => {
    if (typeof key === "string" && key.length > LONGEST_KEY) return compute(key);
    return cache.get(key) ?? cache.set(key, compute(key));
  };
}

/** What is made of an object once, and goes with it: bounded by whoever keeps the object. */
export function memoizeByObject<Item extends object, Value>(make: (item: Item) => Value): (item: Item) => Value {
  const values = new WeakMap<Item, Value>();
  return (item) => {
    const known = values.get(item);
    if (known !== undefined) return known;
    const value = make(item);
    values.set(item, value);
    return value;
  };
}
