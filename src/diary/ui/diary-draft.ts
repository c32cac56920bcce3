import { contentKeys, type KeyOf } from "../../kit/form/content-keys.ts";
import { createStore, useStore } from "../../kit/store.ts";
import { markUnsaved } from "../../kit/unsaved.ts";
import type {
  BroughtIn,
  CellAnswer,
  Correction,
  DiaryPreview,
  DiaryRow,
  DiaryUndone,
  HeadAnswer,
} from "../contract.ts";
import type { FileSheet } from "./file/sheets.ts";

export interface DiaryWish {
  readonly text: string;
  readonly service: string | null;
  readonly queue: number | null;
  readonly corrections: Readonly<Record<string, Correction>>;
  /** What was said of the heads of its columns, by their cells */
  readonly heads: Readonly<Record<string, HeadAnswer>>;
  /** What was said of cells that nobody read */
  readonly cells: Readonly<Record<string, CellAnswer>>;
  readonly isByRows: boolean;
}

/** The server's reading, and the corrections that it knew of. */
export interface ShownDiary {
  readonly preview: DiaryPreview;
  readonly corrections: DiaryWish["corrections"];
  /** Rows stay where they were first shown, so that none jumps away from whoever puts it right */
  readonly order: readonly number[];
}

export interface Done {
  readonly result: BroughtIn;
  /** As far as they were shown */
  readonly left: readonly DiaryRow[];
  /** To go on from should it be taken back */
  readonly wish: DiaryWish;
}

/** Where the text comes from, as long as it is as it came. */
export interface SourceFile {
  readonly name: string;
  readonly sheets: readonly FileSheet[];
  /** Which of them is read; null: all, one below the other */
  readonly sheet: number | null;
}

/** The pasted diary and its corrections so far. In memory only: it is full of names. */
export interface DiaryDraft extends DiaryWish {
  readonly file: SourceFile | null;
  readonly read: ShownDiary | null;
  readonly done: Done | null;
  readonly undone: DiaryUndone | null;
  readonly keyOf: KeyOf;
}

export const emptyDiary = (): DiaryDraft => ({
  text: "",
  service: null,
  queue: null,
  corrections: {},
  heads: {},
  cells: {},
  isByRows: false,
  file: null,
  read: null,
  done: null,
  undone: null,
  keyOf: contentKeys(),
});

const NONE = emptyDiary();
const drafts = createStore<ReadonlyMap<string, DiaryDraft>>(new Map());

/** Survives leaving the page; ends with the browser's tab. */
export const diaryDrafts = {
  get: (key: string): DiaryDraft => drafts.get().get(key) ?? NONE,
  update: (key: string, change: (diary: DiaryDraft) => DiaryDraft): void => {
    drafts.set((all) => new Map(all).set(key, change(all.get(key) ?? emptyDiary())));
    markIfUnsaved();
  },
  forget: (key: string): void => {
    drafts.set((all) => new Map([...all].filter(([other]) => other !== key)));
    markIfUnsaved();
  },
};

export const useDiaryDraft = (key: string): DiaryDraft => useStore(drafts, (all) => all.get(key) ?? NONE);

function markIfUnsaved(): void {
  const isUnsaved = [...drafts.get().values()].some(({ text, done }) => text.trim() !== "" && !done);
  markUnsaved("diary", isUnsaved);
}

/** An answer to an earlier wish is out of date. */
export const isSameWish = (a: DiaryWish, b: DiaryWish): boolean =>
  (["text", "service", "queue", "corrections", "heads", "cells", "isByRows"] as const).every(
    (part) => a[part] === b[part],
  );
