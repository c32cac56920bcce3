import type { OfficeDraw } from "../../../draws/contract.ts";
import { useText } from "../../../kit/text.tsx";

interface WhatBecameProps {
  readonly draw: OfficeDraw;
  readonly results: NonNullable<OfficeDraw["results"]>;
}

/** After the draw: to whom the office's places went, and what those said. */
export function WhatBecame({ draw: { need, counts, number }, results }: WhatBecameProps) {
  const t = useText();
  const { first, second, other, coming, left, silent, waiting, passed, opened } = results;
  const lines = [
    { name: "by-need", count: need.given, more: t("drawDesk.of-most", { most: need.most }) },
    { name: "by-draw", count: first + second + other, more: t("drawDesk.choices", { first, second, other }) },
    { name: "coming", count: coming, isSub: true },
    { name: "waiting", count: waiting, isSub: true },
    { name: "given-up", count: left + silent, isSub: true, more: t("drawDesk.given-up-how", { left, silent }) },
    { name: "passed", count: passed, isSub: true },
    { name: "opened", count: opened },
  ] as const;
  const heading = `what-became-${number}`;
  return (
    <>
      <h4 id={heading}>{t("drawDesk.what-became")}</h4>
      <ul className="draw-flow" aria-labelledby={heading}>
        {lines.map((line) => (
          <li key={line.name} className={"isSub" in line ? "is-sub" : undefined}>
            <b>{line.count}</b> <span>{t(`drawDesk.${line.name}`)}</span>
            {"more" in line && line.count > 0 && <small>{line.more}</small>}
          </li>
        ))}
      </ul>
      {counts && <p>{t("drawDesk.in-all", counts)}</p>}
    </>
  );
}
