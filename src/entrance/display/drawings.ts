import { type Html, html } from "../../platform/text/html.ts";

/** Drawings of a display; what they say is said beside them in words. */

const drawing = (paths: Html): Html => html`<svg viewBox="0 0 20 20" aria-hidden="true">${paths}</svg>`;

export const SOUND_ON = drawing(
  html`<path d="M3.5 8v4H6l4 3.5v-11L6 8ZM13 7.5a3.5 3.5 0 0 1 0 5M15.2 5.3a6.6 6.6 0 0 1 0 9.4"/>`,
);
export const SOUND_OFF = drawing(html`<path d="M3.5 8v4H6l4 3.5v-11L6 8ZM13 7.8l4.4 4.4M17.4 7.8 13 12.2"/>`);
/** To the right; the sheet turns it. */
export const ARROW = drawing(html`<path d="M3 10h13M11.5 5.5 16 10l-4.5 4.5"/>`);
export const SCREEN_OFF = drawing(
  html`<rect x="2.5" y="3.5" width="15" height="10.5" rx="1.5"/><path d="M7 17.5h6M10 14v3.5M7.3 6.2l5.4 5.4M12.7 6.2l-5.4 5.4"/>`,
);
