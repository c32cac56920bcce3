import { Link } from "@tanstack/react-router";
import type { OfficeDraw } from "../../../draws/contract.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { buttonClass } from "../../../kit/ui/button.tsx";
import { DrawHours } from "../draw-hours.tsx";
import { dayAndTime } from "../draw-words.ts";
import { HeldDraw } from "./held-draw.tsx";
import { PlacesTable } from "./places-table.tsx";
import { WhatBecame } from "./what-became.tsx";

/** One draw of the office: before it its places, after it what became of them. */
export function DrawPart({ office, draw }: { readonly office: string; readonly draw: OfficeDraw }) {
  const t = useText();
  const { number, state, places, allPlaces, offices, results } = draw;
  const own = places.reduce((sum, { count }) => sum + count, 0);
  const heading = `draw-${number}`;
  return (
    <section className="draws__sheet sheet" aria-labelledby={heading}>
      <h3 id={heading}>
        {t("drawDesk.number", { number })} <span className="badge badge--navy">{t(`drawDesk.state-${state}`)}</span>
      </h3>
      <DrawHours draw={draw} />
      <p>
        <b>{own > 0 ? t("drawDesk.own-places", { count: own, all: allPlaces }) : t("drawDesk.own-none")}</b>{" "}
        <span className="hint">{t("drawDesk.with", { offices: offices.join(", ") })}</span>
      </p>
      {results ? (
        <>
          <WhatBecame draw={draw} results={results} />
          <HeldDraw draw={draw} />
        </>
      ) : (
        <>
          {own > 0 && <PlacesTable draw={draw} />}
          <Need draw={draw} />
          <p className="note">{t("drawDesk.hidden")}</p>
          <Missing draw={draw} />
        </>
      )}
      {state === "open" && (
        <div className="group">
          <Link className={buttonClass("primary")} to="/offices/$office/draws/wishes" params={{ office }}>
            {t("drawDesk.to-wishes")}
          </Link>
        </div>
      )}
    </section>
  );
}

function Need({ draw: { need, needUntil } }: { readonly draw: OfficeDraw }) {
  const t = useText();
  const { language } = useLanguage();
  if (need.most === 0) return <p>{t("drawDesk.need-none")}</p>;
  return (
    <p>
      <b>{t("drawDesk.need", need)}</b>{" "}
      <span className="hint">{t("drawDesk.need-rest", dayAndTime(needUntil, language))}</span>
    </p>
  );
}

function Missing({ draw: { state, closesAt } }: { readonly draw: OfficeDraw }) {
  const t = useText();
  const { language } = useLanguage();
  if (state === "closed") return null;
  return <p className="hint">{t("drawDesk.missing", dayAndTime(closesAt, language))}</p>;
}
