import { encode } from "uqr";
import { type Html, html } from "../../platform/text/html.ts";

/** Light around it, by which a scanner finds it */
const BORDER = 2;

/** A drawing of the code, within a page. */
export const qrCode = (text: string, label: string): Html => html`<div class="qr">${drawn(text, label)}</div>`;

/** The same as a file of its own, which says what it leads to. */
export const qrFile = (address: string): Html => drawn(address, address);

/** A stroke for each run of dark squares. */
function drawn(text: string, label: string): Html {
  const { data, size } = encode(text, { ecc: "M", border: BORDER });
  const path = data.flatMap((row, y) => runsOf(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`));
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path.join("")}"/></svg>`;
}

function runsOf(row: readonly boolean[]): { readonly from: number; readonly length: number }[] {
  const runs: { from: number; length: number }[] = [];
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1);
    if (!isDark) continue;
    if (last && last.from + last.length === x) last.length += 1;
    else runs.push({ from: x, length: 1 });
  }
  return runs;
}
