/** Which page of the history: what came before that act; without it, the latest. */
export interface HistorySearch {
  readonly before?: string;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export const validateHistorySearch = ({ before }: Readonly<Record<string, unknown>>): HistorySearch => ({
  before: typeof before === "string" && UUID.test(before) ? before : undefined,
});
