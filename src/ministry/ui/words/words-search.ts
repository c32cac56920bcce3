/** Whose words are shown: a service's, or what others do; without any, the first service's. */
export interface WordsAddress {
  readonly service?: string;
  readonly elsewhere?: string;
}

const CODE = /^[a-z0-9-]{1,40}$/;
const codeIn = (value: unknown): string | undefined =>
  typeof value === "string" && CODE.test(value) ? value : undefined;

export const validateWordsSearch = ({ service, elsewhere }: Readonly<Record<string, unknown>>): WordsAddress => ({
  service: codeIn(service),
  elsewhere: codeIn(elsewhere),
});
