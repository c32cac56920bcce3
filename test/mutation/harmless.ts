/** Faults that nobody can notice, and why: in which file, what stands there → what is put there. */
export const HARMLESS: readonly (readonly [file: string, fault: string, why: string])[] = [
  [
    "src/diary/read-diary.ts",
    "Temporal.PlainDate.compare(date, last) > 0 → (Temporal.PlainDate.compare(date, last) >= 0)",
    "of two equal dates either is the last",
  ],
  ["src/diary/sql.ts", "< → <=", "one visit more to compare with, at a time that no row of the diary has"],
  ["src/proposals/work-list-sql.ts", "> → >=", "of two acts of one instant either may have known of the other"],
];
