/** What a citizen brings along, line by line, and for whom each line holds. Pure, browser-safe. */

/** Who a visit is for: whoever comes, a minor whose parent comes, somebody who sends another with an authorisation, a business */
export const VISIT_CASES = ["self", "minor", "proxy", "business"] as const;
export type VisitCase = (typeof VISIT_CASES)[number];

/** original: is given back; print: stays there; found: the office finds it by itself, and nobody brings it */
export const BRING_MARKS = ["original", "print", "found"] as const;
export type BringMark = (typeof BRING_MARKS)[number];

export interface ItemToBring {
  readonly greek: string;
  readonly english: string | null;
  /** Null: nobody has said */
  readonly mark: BringMark | null;
  readonly cases: readonly VisitCase[];
}

export interface ServiceToBring {
  readonly code: string;
  readonly toBring: readonly ItemToBring[];
}

export interface JoinedItem extends ItemToBring {
  /** Codes of the services that it is for; empty: for all of them */
  readonly services: readonly string[];
}

/** Of all that is done in one visit, each line once. @param visitCase null: of every case */
export function itemsToBring(services: readonly ServiceToBring[], visitCase: VisitCase | null): readonly JoinedItem[] {
  const joined = new Map<string, JoinedItem>();
  for (const { code, toBring } of services)
    for (const item of toBring) {
      if (visitCase !== null && !item.cases.includes(visitCase)) continue;
      const key = JSON.stringify([item.greek, item.mark]);
      const { cases = [], services: of = [] } = joined.get(key) ?? {};
      joined.set(key, {
        ...item,
        cases: VISIT_CASES.filter((each) => cases.includes(each) || item.cases.includes(each)),
        services: [...new Set([...of, code])],
      });
    }
  return [...joined.values()].map((item) =>
    item.services.length === services.length ? { ...item, services: [] } : item,
  );
}
