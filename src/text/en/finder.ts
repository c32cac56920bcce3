/** Where citizens begin: what they need, and at which office. */
export const finder = {
  title: "finder",
} as const;
