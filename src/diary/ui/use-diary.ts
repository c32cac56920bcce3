import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { ApiProblem, call } from "../../kit/api.ts";
import { likelyToday } from "../../kit/dates.ts";
import { useFormKey } from "../../kit/form/use-form-draft.ts";
import type { BroughtIn, CellAnswer, Correction, DiaryPreview, DiaryRequest, DiaryUndone } from "../contract.ts";
import { correctionsAfter } from "./corrections-after.ts";
import {
  type DiaryDraft,
  type DiaryWish,
  diaryDrafts,
  emptyDiary,
  isSameWish,
  type SourceFile,
  useDiaryDraft,
} from "./diary-draft.ts";
import { namedSheet, underItsDay } from "./file/sheets.ts";

/** Reading, putting right, and bringing in. Whatever happens, what was pasted and corrected stays. */
/** @param usualService null: the office has none, and a row without a service waits for somebody to say which */
export function useDiary(office: string, usualService: string | null) {
  const key = useFormKey("diary", office);
  const diary = useDiaryDraft(key);
  const reading = useReading(key, office, usualService);
  const bringing = useBringing(key, office, usualService);
  const undoing = useUndoing(key, office);
  const update = (change: (now: DiaryDraft) => DiaryDraft) => diaryDrafts.update(key, change);
  const read = (isAgain: boolean) => {
    bringing.reset();
    reading.mutate({ wish: diaryDrafts.get(key), isAgain });
  };
  return {
    diary,
    reading,
    bringing,
    /** Gives the diary back too, where it was brought in just now */
    undoing,
    read: () => read(false),
    /** Another text: what was read of the one before is over. */
    write: (text: string) => {
      update((now) => withText(now, text));
      reading.reset();
    },
    /** A file, or another of its sheets. */
    take: (file: SourceFile) => {
      update((now) => ({ ...withText(now, textOf(file)), file }));
      read(false);
    },
    setTerms: (terms: Partial<Pick<DiaryWish, "service" | "queue">>) => {
      update((now) => ({ ...now, ...terms }));
      if (diary.read) read(true);
    },
    correct: (corrections: Readonly<Record<number, Correction>>) => {
      update((now) => ({ ...now, corrections: merged(now.corrections, corrections) }));
      read(true);
    },
    answerHeads: (heads: DiaryWish["heads"]) => {
      update((now) => ({ ...now, heads: { ...now.heads, ...heads } }));
      read(true);
    },
    answerCell: (cell: number, answer: CellAnswer) => {
      update((now) => ({ ...now, cells: { ...now.cells, [cell]: answer } }));
      read(true);
    },
    /** Other rows than before: corrections of cells are of none of them. */
    readByRows: () => {
      update((now) => ({ ...now, isByRows: true, corrections: {}, cells: {} }));
      read(false);
    },
    /** Gives back what it took away. */
    startAgain: () => {
      diaryDrafts.forget(key);
      for (const each of [reading, bringing, undoing]) each.reset();
      return () => diaryDrafts.update(key, () => diary);
    },
  };
}

export type Diary = ReturnType<typeof useDiary>;

interface ToRead {
  readonly wish: DiaryDraft;
  /** Of the same diary: its rows stay where they are */
  readonly isAgain: boolean;
}

function useReading(key: string, office: string, usualService: string | null) {
  const running = useRef<AbortController>(null);
  return useMutation({
    mutationFn: ({ wish }: ToRead) => {
      running.current?.abort();
      running.current = new AbortController();
      const { signal } = running.current;
      return call<DiaryPreview>(`${pathOf(office)}/diary-previews`, {
        method: "POST",
        body: requestOf(wish, usualService),
        signal,
      });
    },
    onSuccess: (preview, { wish, isAgain }) =>
      diaryDrafts.update(key, (now) => (isSameWish(now, wish) ? withPreview(now, preview, isAgain) : now)),
  });
}

function useBringing(key: string, office: string, usualService: string | null) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ wish, leavesRest }: { wish: DiaryDraft; leavesRest: boolean }) => {
      const fingerprint = wish.read?.preview.fingerprint ?? "";
      const body = { ...requestOf(wish, usualService), fingerprint, leavesRest };
      return call<BroughtIn>(`${pathOf(office)}/diary-imports`, {
        method: "POST",
        body,
        idempotencyKey: wish.keyOf(body),
      });
    },
    onSuccess: (result, { wish }) => {
      const left = (wish.read?.preview.rows ?? []).filter(({ verdict }) => verdict !== "fits");
      diaryDrafts.forget(key);
      diaryDrafts.update(key, (empty) => ({ ...empty, done: { result, left, wish } }));
      forgetVisits(queryClient, office);
    },
    onError: (error, { wish }) => {
      const newer = error instanceof ApiProblem ? (error.problem.preview as DiaryPreview | undefined) : undefined;
      if (newer) diaryDrafts.update(key, (now) => (isSameWish(now, wish) ? withPreview(now, newer, false) : now));
    },
  });
}

function useUndoing(key: string, office: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call<DiaryUndone>(`${pathOf(office)}/diary-imports/${id}/undo`, { method: "POST" }),
    onSuccess: (undone) => {
      diaryDrafts.update(key, (now) => {
        const back = now.done?.result.id === undone.id ? { ...emptyDiary(), ...wishOf(now.done.wish) } : now;
        return { ...back, undone };
      });
      forgetVisits(queryClient, office);
    },
  });
}

const withText = (now: DiaryDraft, text: string): DiaryDraft => ({
  ...now,
  text,
  corrections: correctionsAfter(text, now),
  heads: {},
  cells: {},
  isByRows: false,
  file: null,
  read: null,
  undone: null,
});

/** Each under its name, where that is its day; of several, under any name. */
function textOf({ sheets, sheet }: SourceFile): string {
  const today = Temporal.PlainDate.from(likelyToday());
  if (sheet === null) return sheets.map((each) => namedSheet(each, today)).join("\n");
  const only = sheets[sheet];
  return only ? underItsDay(only, today) : "";
}

const wishOf = ({ text, service, queue, corrections, heads, cells, isByRows }: DiaryWish): DiaryWish => ({
  text,
  service,
  queue,
  corrections,
  heads,
  cells,
  isByRows,
});

/** What pages know of the office's visits, and of diaries that were brought in. */
function forgetVisits(queryClient: QueryClient, office: string): void {
  for (const what of ["day", "availability", "weeks", "appointment", "history", "diary-imports"])
    void queryClient.invalidateQueries({ queryKey: [what, office] });
  void queryClient.invalidateQueries({ queryKey: ["days-of-all"] });
}

const pathOf = (office: string): string => `/api/offices/${encodeURIComponent(office)}`;

function withPreview(now: DiaryDraft, preview: DiaryPreview, isAgain: boolean): DiaryDraft {
  const order = (isAgain && now.read?.order) || preview.rows.map(({ row }) => row);
  return { ...now, read: { preview, corrections: now.corrections, order } };
}

const merged = (before: DiaryWish["corrections"], more: DiaryWish["corrections"]): DiaryWish["corrections"] => ({
  ...before,
  ...Object.fromEntries(Object.entries(more).map(([row, correction]) => [row, { ...before[row], ...correction }])),
});

const requestOf = (wish: DiaryWish, usualService: string | null): DiaryRequest => ({
  ...wishOf(wish),
  service: wish.service ?? usualService,
});
