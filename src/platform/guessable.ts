/** Of one that others have given; what signs the audit is longer */
export const SHORTEST_SECRET = 8;

const FEWEST_LETTERS = 6;

/** What somebody typed to have typed something (a few letters, or the same again and again) or left as the example has it. */
export const isGuessable = (secret: string): boolean =>
  new Set(secret).size < FEWEST_LETTERS || repeatsItself(secret) || /change-?me/i.test(secret);

const repeatsItself = (text: string): boolean =>
  Array.from({ length: Math.floor(text.length / 2) }, (_, index) => index + 1).some(
    (period) => text.slice(period) === text.slice(0, -period),
  );
