/** Few enough that a page still answers its reader, and a server others, within a blink */
const AT_ONCE = 400;

/** Of very many, some at a time: whoever else the program has to do with comes in between. Browser-safe. */
export async function someAtATime<Item, Result>(
  items: readonly Item[],
  of: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE)
    results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(of))));
  return results;
}
