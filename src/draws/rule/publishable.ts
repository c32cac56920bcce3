import type { DrawWish, IdentityKind } from "./draw-record.ts";

/**
 * From so many on the wishes of a draw are published. Nineteen in twenty people then share the office they put first with at
 * least seven others, in draws of up to ten offices. It hides nobody from whoever knows where and when they came:
 * docs/decisions/0087-wishes-are-published-from-200-on.md has the measurements.
 */
export const LEAST_PUBLISHED_WISHES = 200;

/** Of these one person has one. Whoever has a hundred mailboxes would know a hundred wishes of the crowd, and hide nobody. */
const OF_ONE_PERSON: readonly IdentityKind[] = ["taxisnet", "wallet"];

/**
 * Whether the file of a draw may hold its wishes. It hangs on their number alone, and one more never hinders it: by what they
 * say, one wish that is like no other would keep all from being checked. Browser-safe.
 */
export const isPublishable = (wishes: readonly DrawWish[]): boolean =>
  wishes.filter(({ kind }) => OF_ONE_PERSON.includes(kind)).length >= LEAST_PUBLISHED_WISHES;
