import type { DrawWish } from "./draw-record.ts";

/**
 * From so many wishes on they are published. Nineteen in twenty people then share the office they put first with at least seven
 * others, in draws of up to ten offices. Whoever knows where and when somebody came finds them among a few with any number of
 * wishes: docs/decisions/0087-wishes-are-published-from-200-on.md has the measurements.
 */
export const LEAST_PUBLISHED_WISHES = 200;

/**
 * Whether the file of a draw may hold its wishes. It hangs on their number alone: by what they say, one wish that nobody else
 * has would keep all others from being checked. Browser-safe.
 */
export const isPublishable = (wishes: readonly DrawWish[]): boolean => wishes.length >= LEAST_PUBLISHED_WISHES;
