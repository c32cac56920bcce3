/** The tabs of «Το ΚΕΠ μου», each of which is saved by itself, and the sections of each. Read by addresses: without the rules of settings. */
export const TABS = {
  details: ["contact", "access", "interpreters"],
  hours: ["hours"],
  services: ["services", "several", "lead", "earlier"],
  online: ["online"],
  letters: ["mail"],
  entrance: ["entrance"],
  line: ["line"],
} as const;
export type TabName = keyof typeof TABS;
export type SectionName = (typeof TABS)[TabName][number];
