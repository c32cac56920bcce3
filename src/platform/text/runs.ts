/** Items that follow each other and are alike, such as weekdays: counted from 1, both included. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** In their order. @param texts what is said of each */
export function runsOf(texts: readonly string[]): Run[] {
  const runs: Run[] = [];
  for (const [index, text] of texts.entries()) {
    const before = runs.at(-1);
    if (before && texts[before.first - 1] === text) runs[runs.length - 1] = { ...before, last: index + 1 };
    else runs.push({ first: index + 1, last: index + 1 });
  }
  return runs;
}
