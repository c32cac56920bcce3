/** The tests of a file, those first that stand next to it: they are the likeliest to notice. */
export function nearestFirst(file: string, tests: readonly string[]): string[] {
  const far = new Map(tests.map((test) => [test, distance(file, test)]));
  return tests.toSorted((a, b) => Number(far.get(a)) - Number(far.get(b)) || a.localeCompare(b));
}

function distance(file: string, test: string): number {
  const [from, to] = [file.split("/"), test.split("/")];
  const shared = from.findIndex((part, index) => part !== to[index]);
  const steps = from.length - shared + to.length - shared;
  return stemOf(file) === stemOf(test) && steps === 2 ? 0 : steps;
}

const stemOf = (path: string): string => String(path.split("/").at(-1)).replace(/(-sql)?(\.test)?\.tsx?$/, "");
