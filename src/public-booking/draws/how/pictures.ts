import { type Html, html } from "../../../platform/text/html.ts";

/** Of the five steps, for whoever reads little: each says what stands beside it in words. No dice, since it is no gamble. */
const DRAWINGS = {
  write: html`<rect x="10" y="8" width="36" height="48" rx="4"/><path d="M18 22h20M18 32h20M18 42h10"/><circle cx="50" cy="46" r="10" class="picture__mark"/><path d="m45.5 46 3.2 3.2 6-6.4" class="picture__tick"/>`,
  hurry: html`<circle cx="32" cy="32" r="24"/><path d="M32 18v14l10 6"/><path d="M14 54 50 10" class="picture__no"/>`,
  draw: html`<path d="M6 18h8c10 0 16 28 26 28h16M6 46h8c4 0 7-4 10-9M34 24c2-4 4-6 7-6h15M49 10l8 8-8 8M49 38l8 8-8 8"/>`,
  turn: html`<rect x="8" y="12" width="48" height="42" rx="4"/><path d="M8 24h48M20 6v10M44 6v10"/><rect x="16" y="32" width="12" height="12" rx="2" class="picture__mark"/><path d="M38 34h10M38 42h10"/>`,
  letters: html`<rect x="6" y="14" width="52" height="36" rx="4"/><path d="m6 18 26 19 26-19"/><circle cx="50" cy="48" r="11" class="picture__ground"/><path d="m45 48 3.5 3.5 6.5-7" class="picture__yes"/>`,
} as const;

export type HowStep = keyof typeof DRAWINGS;

export const picture = (step: HowStep): Html =>
  html`<svg class="picture${step === "draw" ? " flip" : ""}" viewBox="0 0 64 64" aria-hidden="true">${DRAWINGS[step]}</svg>`;
