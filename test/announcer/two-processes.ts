import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { Sibling } from "../live-desks.ts";
import { patiently } from "../patience.ts";
import type { Clerk, TestOffice, World } from "../world.ts";
import { aBrowser, rememberedAt } from "./clerks-browser.ts";

/** Two processes that remember what desks ask for; others act, and each look anew tells what is so by then. */
export type Siblings = readonly [Sibling, Sibling];

interface Looking {
  readonly office: TestOffice;
  readonly clerk: Pick<Clerk, "cookie">;
}

/** @param list below its office */
export const addressAt = ({ url }: Sibling, { code }: TestOffice, list: string) => `${url}/api/offices/${code}/${list}`;

/** What is so by now, whatever is remembered: to a browser that wrote by another process. */
async function anewAt(sibling: Sibling, { office, clerk }: Looking, list: string): Promise<string> {
  const headers = { cookie: `${clerk.cookie}; __Host-written-by=another` };
  return (await fetch(addressAt(sibling, office, list), { headers })).text();
}

/** No notice of an earlier act is on its way, by which the list would be read anew whatever the next act announces. */
async function allToldBefore({ owner }: World): Promise<void> {
  const left = async () => (await owner.query("select from announcement")).rowCount;
  await expect.poll(left, { timeout: patiently(2_000), interval: 20 }).toBe(0);
  await sleep(100);
}

/** Both remember the list; once somebody has acted each of them tells, within a second, what is so by then. */
export async function tellsOf(
  { world, siblings }: { readonly world: World; readonly siblings: Siblings },
  desk: Looking,
  list: string,
  act: () => Promise<unknown>,
): Promise<void> {
  await allToldBefore(world);
  await rememberedAt(siblings, desk.clerk, (sibling) => addressAt(sibling, desk.office, list));
  const browser = aBrowser(desk.clerk);
  const textAt = async (sibling: Sibling) => (await browser(addressAt(sibling, desk.office, list))).text;
  const before = await textAt(siblings[0]);
  await act();
  for (const sibling of siblings)
    await expect.poll(() => textAt(sibling), { timeout: patiently(1_000), interval: 20 }).not.toBe(before);
  const [one, other] = [await textAt(siblings[0]), await textAt(siblings[1])];
  expect([one, other]).toEqual(await Promise.all(siblings.map((sibling) => anewAt(sibling, desk, list))));
}
