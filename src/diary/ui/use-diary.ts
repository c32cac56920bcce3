import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { ApiProblem, call } from "../../kit/api.ts";
import { useFormKey } from "../../kit/form/use-kept.ts";
import type { BroughtIn, Correction, DiaryPreview, DiaryRequest } from "../contract.ts";
import { correctionsAfter } from "./kept-corrections.ts";
import { type DiaryWish, isSameWish, type KeptDiary, keptDiaries, useKeptDiary } from "./kept-diary.ts";

/** Reading, putting right, and bringing in. Whatever happens, what was pasted and corrected stays. */
export function useDiary(office: string, usualService: string) {
  const key = useFormKey("diary", office);
  const diary = useKeptDiary(key);
  const reading = useReading(key, office, usualService);
  const bringing = useBringing(key, office, usualService);
  const update = (change: (now: KeptDiary) => KeptDiary) => keptDiaries.update(key, change);
  const read = (isAgain: boolean) => {
    bringing.reset();
    reading.mutate({ wish: keptDiaries.get(key), isAgain });
  };
  return {
    diary,
    reading,
    bringing,
    read: () => read(false),
    /** Another text: what was read of the one before is over. */
    write: (text: string) => {
      update((now) => ({ ...now, text, corrections: correctionsAfter(text, now), read: null }));
      reading.reset();
    },
    setTerms: (terms: Partial<Pick<DiaryWish, "service" | "queue">>) => {
      update((now) => ({ ...now, ...terms }));
      if (diary.read) read(true);
    },
    correct: (corrections: Readonly<Record<number, Correction>>) => {
      update((now) => ({ ...now, corrections: merged(now.corrections, corrections) }));
      read(true);
    },
    /** Gives back what it took away. */
    startAgain: () => {
      keptDiaries.forget(key);
      reading.reset();
      bringing.reset();
      return () => keptDiaries.update(key, () => diary);
    },
  };
}

export type Diary = ReturnType<typeof useDiary>;

interface ToRead {
  readonly wish: KeptDiary;
  /** Of the same diary: its rows stay where they are */
  readonly isAgain: boolean;
}

function useReading(key: string, office: string, usualService: string) {
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
      keptDiaries.update(key, (now) => (isSameWish(now, wish) ? withPreview(now, preview, isAgain) : now)),
  });
}

function useBringing(key: string, office: string, usualService: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ wish, leavesRest }: { wish: KeptDiary; leavesRest: boolean }) => {
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
      keptDiaries.forget(key);
      keptDiaries.update(key, (empty) => ({ ...empty, done: { result, left } }));
      for (const kind of ["day", "availability", "weeks"]) queryClient.invalidateQueries({ queryKey: [kind, office] });
    },
    onError: (error, { wish }) => {
      const newer = error instanceof ApiProblem ? (error.problem.preview as DiaryPreview | undefined) : undefined;
      if (newer) keptDiaries.update(key, (now) => (isSameWish(now, wish) ? withPreview(now, newer, false) : now));
    },
  });
}

const pathOf = (office: string): string => `/api/offices/${encodeURIComponent(office)}`;

function withPreview(now: KeptDiary, preview: DiaryPreview, isAgain: boolean): KeptDiary {
  const order = (isAgain && now.read?.order) || preview.rows.map(({ row }) => row);
  return { ...now, read: { preview, corrections: now.corrections, order } };
}

const merged = (before: DiaryWish["corrections"], more: DiaryWish["corrections"]): DiaryWish["corrections"] => ({
  ...before,
  ...Object.fromEntries(Object.entries(more).map(([row, correction]) => [row, { ...before[row], ...correction }])),
});

const requestOf = ({ text, service, queue, corrections }: DiaryWish, usualService: string): DiaryRequest => ({
  text,
  queue,
  corrections,
  service: service ?? usualService,
});
