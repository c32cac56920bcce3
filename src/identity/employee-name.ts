import { fold } from "../platform/text/fold.ts";

interface Name {
  readonly lastName: string;
  readonly firstName: string;
}

/**
 * The government's sign-in writes names in capitals without accents, the directory may know them as they are spoken:
 * of two spellings of one name the one with small letters is kept. Where only capitals are known they stay: nobody can say
 * where the accent belongs, and small letters without it are misspelt, while capitals have none.
 */
export function betterName(known: Name | undefined, given: Name): Name {
  const isSame =
    known && fold(known.lastName) === fold(given.lastName) && fold(known.firstName) === fold(given.firstName);
  return isSame && !hasSmallLetters(given) ? known : given;
}

const hasSmallLetters = ({ lastName, firstName }: Name): boolean => /\p{Ll}/u.test(lastName + firstName);
