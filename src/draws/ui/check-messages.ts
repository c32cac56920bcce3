import type { WishFate } from "../rule/find-wish.ts";
import type { CheckResult } from "../rule/verify-draw.ts";
import type { DrawFileFault } from "./draw-file.ts";

/** What the page and its worker say to each other: a file, then numbers. */
export type CheckQuestion = { readonly file: Blob } | { readonly number: string };

export interface CheckedDraw {
  readonly draw: number;
  /** Its file tells of no wish but that it was not changed */
  readonly isWithheld: boolean;
  readonly wishes: number;
  /** How many were drawn; where the file tells of no wish, how many have a place now */
  readonly drawn: number;
  /** In the order of `CHECK_POINTS` */
  readonly results: readonly CheckResult[];
}

export type FileAnswer = CheckedDraw | DrawFileFault;

/** Null: no wish has that number */
export type NumberAnswer = WishFate | null;
