/** Typed texts of a form, by its fields. */
export type Draft = Readonly<Record<string, string>>;
