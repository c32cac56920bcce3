import type { Texts, Typing } from "./typing.ts";

/** A colleague has saved while a form was open. Pure. */

export interface ChangeElsewhere {
  readonly field: string;
  /** The text when the clerk began */
  readonly was: string;
  readonly now: string;
  /** null: this form does not change the field */
  readonly mine: string | null;
}

/** Whether a text already stands as it is wished, however it is written. */
export type Stands = (field: string, text: string, now: string) => boolean;

const isWritten: Stands = (_field, text, now) => text.trim() === now.trim();

/** Field by field what differs from what the clerk saw. What stands by now as it was typed is no difference. */
export function changesElsewhere({ seen, texts }: Typing, now: Texts, isSame: Stands = isWritten): ChangeElsewhere[] {
  return Object.entries(now).flatMap(([field, text]): ChangeElsewhere[] => {
    const mine = texts[field] ?? null;
    const was = seen[field] ?? "";
    if (was === text || (mine !== null && isSame(field, mine, text))) return [];
    return [{ field, was, now: text, mine }];
  });
}

/** Those which saving would overwrite; all of them where what is sent rests on everything that was shown. */
export const overtaking = (changes: readonly ChangeElsewhere[], restsOnAll: boolean): readonly ChangeElsewhere[] =>
  restsOnAll ? changes : changes.filter(({ mine }) => mine !== null);

/** Whether the clerk was warned of all of them before saving. */
export const hasWarnedOf = ({ told }: Typing, changes: readonly ChangeElsewhere[]): boolean =>
  changes.every(({ field, now }) => told[field] === now);

export const withWarningOf = (typing: Typing, changes: readonly ChangeElsewhere[]): Typing => ({
  ...typing,
  told: { ...typing.told, ...Object.fromEntries(changes.map(({ field, now }) => [field, now])) },
});
