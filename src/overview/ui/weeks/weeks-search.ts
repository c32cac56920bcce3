/** The search parameters of the weeks' address, besides office and week. */
interface WeeksSearch {
  readonly service?: string;
}

export const validateWeeksSearch = ({ service }: Record<string, unknown>): WeeksSearch => ({
  service: typeof service === "string" && /^[a-z\d][a-z\d-]{0,39}$/.test(service) ? service : undefined,
});
