/** What browsers of three years ago come without; each is as the standard has it, as far as these pages ask. */

type Names = Record<string, unknown>;

/** Each is set where it is missing, and can't be met while an array's places are counted. */
function fill(target: object, members: Names): void {
  for (const [name, value] of Object.entries(members))
    if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

export const ARRAY = {
  toSorted<T>(this: readonly T[], order?: (a: T, b: T) => number): T[] {
    return [...this].sort(order);
  },
  toReversed<T>(this: readonly T[]): T[] {
    return [...this].reverse();
  },
  toSpliced<T>(this: readonly T[], ...cut: Parameters<T[]["splice"]>): T[] {
    const copy = [...this];
    copy.splice(...cut);
    return copy;
  },
};

export const MAP = {
  groupBy<Key, T>(items: Iterable<T>, keyOf: (item: T, index: number) => Key): Map<Key, T[]> {
    const groups = new Map<Key, T[]>();
    let index = 0;
    for (const item of items) {
      const key = keyOf(item, index++);
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
    return groups;
  },
};

export const SET = {
  symmetricDifference<T>(this: ReadonlySet<T>, other: ReadonlySet<T>): Set<T> {
    return new Set([...[...this].filter((one) => !other.has(one)), ...[...other].filter((one) => !this.has(one))]);
  },
};

export const URLS = {
  canParse(address: string, base?: string): boolean {
    try {
      return Boolean(new URL(address, base));
    } catch {
      return false;
    }
  },
};

fill(Array.prototype, ARRAY);
fill(Map, MAP);
fill(Set.prototype, SET);
fill(URL, URLS);
