/** Which letters the page of an office shows, as its address says; without it those that were lost. */
export const MAIL_VIEWS = ["lost", "under-way", "sent"] as const;
export type MailView = (typeof MAIL_VIEWS)[number];

interface MailsSearch {
  readonly view?: Exclude<MailView, "lost">;
}

export const validateMailsSearch = ({ view }: Record<string, unknown>): MailsSearch => ({
  view: view === "under-way" || view === "sent" ? view : undefined,
});
