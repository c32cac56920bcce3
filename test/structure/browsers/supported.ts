import { readFileSync } from "node:fs";
import { features } from "web-features";
import { ROOT } from "../source-files.ts";

/** What the oldest supported browsers know, by the keys of MDN's compatibility data. */

/** `browserslist` of package.json: the one place where they are named. */
export const BROWSERS: Readonly<Record<string, number>> = Object.fromEntries(
  (JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")).browserslist as string[]).map((named) => {
    const [browser = "", version] = named.split(" ");
    return [browser, Number(version)];
  }),
);

type Support = Readonly<Record<string, string | undefined>>;

const SUPPORT = new Map<string, Support>();
for (const feature of Object.values(features)) {
  if (feature.kind !== "feature") continue;
  const known = (feature.status.by_compat_key ?? {}) as Readonly<Record<string, { readonly support: Support }>>;
  for (const [key, { support }] of Object.entries(known)) SUPPORT.set(key, support);
}

/** Which of the supported browsers come without it; undefined: nothing is known of that key. */
export function missingIn(key: string): string[] | undefined {
  const support = SUPPORT.get(key);
  if (!support) return undefined;
  return Object.entries(BROWSERS)
    .filter(([browser, oldest]) => !(Number(support[browser]?.replace("≤", "")) <= oldest))
    .map(([browser, oldest]) => `${browser} ${oldest}`);
}
