/** What is typed into a form, by its fields. */
export type Draft = Readonly<Record<string, string>>;
