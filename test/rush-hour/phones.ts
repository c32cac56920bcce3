import type { Browser } from "@playwright/test";
import { openPhone, type Phone } from "./screens.ts";

/** So many phones are open at once: whoever is served puts theirs away when another one is to be opened. */
export interface Phones {
  readonly all: readonly Phone[];
  /** Does nothing where there is none to spare */
  open(visit: string, key: string): Promise<void>;
  of(visit: string): Phone | undefined;
  putAway(visit: string): Promise<void>;
}

/** Every fifth has no script. @param homes of the processes at which they are, in turn */
export function phonesOf(browser: Browser, most: number, homes: readonly string[]): Phones {
  const all: Phone[] = [];
  const open = new Map<string, () => Promise<void>>();
  return {
    all,
    open: async (visit, key) => {
      if (open.size >= most) return;
      const nth = all.length;
      const opening = { visit, address: `${homes[nth % homes.length]}/line/${key}`, isScripted: nth % 5 !== 4 };
      const phone = await openPhone(browser, `phone ${nth + 1}`, opening);
      all.push(phone);
      open.set(visit, phone.close);
    },
    of: (visit) => (open.has(visit) ? all.find((each) => each.visit === visit) : undefined),
    putAway: async (visit) => {
      const close = open.get(visit);
      if (!close || open.size < most) return;
      open.delete(visit);
      await close();
    },
  };
}
