/** The server says with the page when this browser has no session: then nothing is asked that it would refuse. */
export const hasNoSession = (): boolean => document.documentElement.dataset.session === "none";

export function haveSession(): void {
  delete document.documentElement.dataset.session;
}
