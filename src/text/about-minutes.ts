import type { Text } from "./text.ts";

/**
 * «περίπου 10 λεπτά»: how long a visit takes, in one form wherever it is told. At an office it is as long as a place is held for
 * it there, which its appointment and every calendar say, too; before one is chosen, what the catalogue says of the service.
 */
export const aboutMinutes = (minutes: number, t: Text): string => t("letter.about-minutes", { minutes });
