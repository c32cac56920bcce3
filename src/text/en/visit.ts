/** A citizen and an appointment of theirs: the slip, to move and to cancel it, to find it again, and who has seen it. */
export const visit = {
  title: "visit",
} as const;
