/** The numbers that people wait with: one letter, three digits. Pure, browser-safe. */

/** Greek capitals that look as Latin ones do: read aloud and typed in either script it is the same number. Β is of appointments */
const LETTERS: readonly string[] = ["Α", "Ε", "Κ"];
const MOST = 999;

export interface TicketNumber {
  readonly letter: string;
  readonly number: number;
}

/** The number after the last one of a day; null: all of them were given. */
export function nextNumber(last: TicketNumber | null): TicketNumber | null {
  if (!last) return { letter: "Α", number: 1 };
  if (last.number < MOST) return { letter: last.letter, number: last.number + 1 };
  const letter = LETTERS[LETTERS.indexOf(last.letter) + 1];
  return letter === undefined ? null : { letter, number: 1 };
}

export const numberText = ({ letter, number }: TicketNumber): string => `${letter}${String(number).padStart(3, "0")}`;

/** «Α 031»: as it is shown. */
export const spokenNumber = (number: string): string => `${number.slice(0, 1)}\u00a0${number.slice(1)}`;
