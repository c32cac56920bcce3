import { useState } from "react";
import { flushSync } from "react-dom";
import type { Correction, DiaryRow } from "../contract.ts";
import { nextRow } from "./next-row.ts";
import type { Diary } from "./use-diary.ts";

/** One row open at a time; a decision leads on to the next that needs a person, so that the hands stay on the keys. */
export function useEditing(work: Diary, rows: readonly DiaryRow[], focus: (selector: string) => void) {
  const [opened, setOpened] = useState<number | null>(null);
  const row = rows.some((each) => each.row === opened) ? opened : null;
  const decide = (decided: number, correction: Correction) => {
    const next = nextRow(rows, decided, work.diary);
    const wasOpen = row === decided;
    const isNothing = Object.keys(correction).length === 0;
    flushSync(() => {
      if (!isNothing) work.correct({ [decided]: correction });
      if (wasOpen) setOpened(next);
    });
    // An open form puts the focus where its fault is by itself.
    if (next === null) focus("h2");
    else if (!wasOpen) focus(editButton(next));
  };
  return {
    row,
    decide,
    /** In its place: the button that said so stays. */
    takeBack: (taken: number) => work.correct({ [taken]: { isLeftOut: false } }),
    open: setOpened,
    close: (closed: number) => {
      flushSync(() => setOpened(null));
      focus(editButton(closed));
    },
  };
}

export type Editing = ReturnType<typeof useEditing>;

const editButton = (row: number): string => `[data-edit="${row}"]`;
