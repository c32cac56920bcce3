import { type Html, html } from "../../platform/text/html.ts";

/** Drawings of the citizens' pages; what they say is said beside them in words. */
const PATHS = {
  back: html`<path d="m12 5-5 5 5 5"/>`,
  on: html`<path d="m8 5 5 5-5 5"/>`,
  "to-right": html`<path d="M3 10h13M11.5 5.5 16 10l-4.5 4.5"/>`,
  "to-left": html`<path d="M17 10H4M8.5 5.5 4 10l4.5 4.5"/>`,
  ahead: html`<path d="M10 17V4M5.5 8.5 10 4l4.5 4.5"/>`,
  add: html`<path d="M10 4v12M4 10h12"/>`,
  search: html`<circle cx="9" cy="9" r="5.5"/><path d="m13.2 13.2 4 4"/>`,
  yes: html`<path d="m4.5 10.5 3.5 3.5 7.5-8"/>`,
  warning: html`<path d="M10 3 2.5 16.5h15Z"/><path d="M10 8v4M10 14.2v.1"/>`,
  clock: html`<circle cx="10" cy="10" r="7"/><path d="M10 6v4l2.7 1.7"/>`,
  phone: html`<path d="M6.5 3 4 4c0 6.5 5.5 12 12 12l1-2.5-3.5-2-1.5 1.5c-2-.8-4-2.8-4.8-4.8L8.7 6.7Z"/>`,
  calendar: html`<rect x="3" y="4.5" width="14" height="12.5" rx="1.5"/><path d="M3 8.5h14M7 2.5v3M13 2.5v3"/>`,
  print: html`<path d="M6 7V3h8v4M6 14H3.5V7.5h13V14H14"/><path d="M6 11.5h8V17H6z"/>`,
  map: html`<path d="m2.5 5 5-2 5 2 5-2v12l-5 2-5-2-5 2ZM7.5 3v12M12.5 5v12"/>`,
  pin: html`<path d="M10 17.5s5.5-5 5.5-9a5.5 5.5 0 0 0-11 0c0 4 5.5 9 5.5 9Z"/><circle cx="10" cy="8.5" r="1.9"/>`,
  move: html`<path d="M3 7h11M11 4l3 3-3 3M17 13H6M9 10l-3 3 3 3"/>`,
  erase: html`<path d="M7 5h10v10H7l-4-5ZM9.5 8l4 4M13.5 8l-4 4"/>`,
  leave: html`<path d="M8 3.5H4.5v13H8M9 10h8M14 7l3 3-3 3"/>`,
  letter: html`<rect x="2.5" y="4.5" width="15" height="11" rx="1.5"/><path d="m3 6 7 5 7-5"/>`,
  ticket: html`<path d="M2.5 5.5h15v3a1.5 1.5 0 0 0 0 3v3h-15v-3a1.5 1.5 0 0 0 0-3Z"/><path d="M12.5 6v1.6M12.5 9.2v1.6M12.5 12.4V14"/>`,
  code: html`<path d="M3 6.5V3h3.5M13.5 3H17v3.5M17 13.5V17h-3.5M6.5 17H3v-3.5"/><path d="M6.5 6.5h2.5v2.5H6.5zM11 6.5h2.5v2.5H11zM6.5 11h2.5v2.5H6.5zM11.5 11v2.5M13.5 11v2.5"/>`,
  scales: html`<path d="M10 3v13.5M6.5 16.5h7M4 5.5l12 0M4 5.5l-2 5h4ZM16 5.5l-2 5h4Z"/>`,
  hand: html`<path d="M6 10.5V5.2a1.2 1.2 0 0 1 2.4 0V9 4a1.2 1.2 0 0 1 2.4 0v5-4a1.2 1.2 0 0 1 2.4 0v7c0 3-1.8 5-4.3 5-2 0-3.2-.9-4.3-2.8L3 11.5c.9-.9 2-.6 3 1Z"/>`,
  screen: html`<rect x="2.5" y="3.5" width="15" height="10.5" rx="1"/><path d="M7.5 17h5M10 14v3"/>`,
  eye: html`<path d="M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5Z"/><circle cx="10" cy="10" r="2.2"/>`,
  "eye-closed": html`<path d="M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5Z"/><path d="M3.5 16.5l13-13"/>`,
  info: html`<circle cx="10" cy="10" r="7"/><path d="M10 9v4.5M10 6.5v.1"/>`,
  lock: html`<rect x="4.5" y="9" width="11" height="8" rx="1.5"/><path d="M7 9V6.5a3 3 0 0 1 6 0V9"/>`,
} as const;

export type Drawing = keyof typeof PATHS;

/** Those that point along the line turn round where lines run from right to left. */
const TURNS: readonly Drawing[] = ["back", "on", "leave"];

export const icon = (name: Drawing): Html =>
  html`<svg class="icon${TURNS.includes(name) ? " flip" : ""}" viewBox="0 0 20 20" aria-hidden="true">${PATHS[name]}</svg>`;

/** Of the header: not the state's emblem, which is not ours. */
export const flag = html`<svg viewBox="0 0 26 26" aria-hidden="true" fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round"><path d="M5 22.5V11a8 8 0 0 1 16 0v11.5M1.5 22.5h23"/><circle cx="13" cy="11.8" r="3" fill="#fd0" stroke="none"/><path d="M9 22.5v-1.7a4 4 0 0 1 8 0v1.7" stroke-width="2"/></svg>`;
