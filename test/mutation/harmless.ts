/** Faults that nobody can notice, and why: in which file, what stands there → what is put there. */
export const HARMLESS: readonly (readonly [file: string, fault: string, why: string])[] = [
  [
    "src/diary/read-diary.ts",
    "Temporal.PlainDate.compare(date, last) > 0 → (Temporal.PlainDate.compare(date, last) >= 0)",
    "of two equal dates either is the last",
  ],
];
