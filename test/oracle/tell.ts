/** Says where what the log comes to differs from what the program tells. @returns how many figures there are */
export type Tell = (what: string, expected: unknown, found: unknown) => number;

export const tellTo =
  (differences: string[]): Tell =>
  (what, expected, found) => {
    const [wanted, given] = [flat(expected), flat(found)];
    for (const name of new Set([...wanted.keys(), ...given.keys()]))
      if (wanted.get(name) !== given.get(name))
        differences.push(`${what} ${name}: ${wanted.get(name)} by the log, ${given.get(name)} told`);
    return wanted.size;
  };

/** Each value with its name. */
function flat(value: unknown, name = ""): Map<string, string> {
  if (Array.isArray(value) && value.every((each) => typeof each === "string"))
    return new Map(value.map((each) => [`${name} ${each}`, "there"]));
  if (typeof value !== "object" || value === null) return new Map([[name, String(value)]]);
  return new Map(Object.entries(value).flatMap(([key, each]) => [...flat(each, `${name}.${key}`)]));
}
