/** Sent with what a page asks by itself, such as a timed refresh: it does not keep the session of an absent user open. */
export const BACKGROUND_HEADER = "x-background";
