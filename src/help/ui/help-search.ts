/** From which page the help was opened, as an address of the program. */
export interface HelpSearch {
  readonly page?: string;
}

/** An address may come from anywhere; one that leads out of the program, or to the help itself, is none. */
export const validateHelpSearch = ({ page }: Record<string, unknown>): HelpSearch => ({
  page: typeof page === "string" && /^\/(?!\/|help\b)[^\s\\]{0,300}$/.test(page) ? page : undefined,
});
