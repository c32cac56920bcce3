/** Surname in capitals without accents, as in the registers; the first name as typed. */
export const inCapitals = (name: string): string => name.toLocaleUpperCase("el");
