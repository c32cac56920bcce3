import type { OfficeDraw } from "../../../draws/contract.ts";
import { shortDate } from "../../../kit/dates.ts";
import { useLanguage, useText } from "../../../kit/text.tsx";
import { PARTS, partWords } from "../draw-words.ts";

/** The office's places by day and part. */
export function PlacesTable({ draw: { number, places } }: { readonly draw: OfficeDraw }) {
  const t = useText();
  const { language } = useLanguage();
  const days = [...new Set(places.map(({ date }) => date))].sort();
  const parts = PARTS.filter((part) => places.some((place) => place.part === part));
  const sum = (isIn: (place: OfficeDraw["places"][number]) => boolean): number =>
    places.filter(isIn).reduce((all, { count }) => all + count, 0);
  return (
    <table className="draw-cells" aria-label={t("drawDesk.table", { number })}>
      <thead>
        <tr>
          <th scope="col">{t("drawDesk.day")}</th>
          {parts.map((part) => (
            <th key={part} scope="col">
              {partWords(part, t)}
            </th>
          ))}
          <th scope="col" className="is-sum">
            {t("drawDesk.all")}
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day}>
            <th scope="row">{shortDate(day, language)}</th>
            {parts.map((part) => (
              <td key={part}>{sum((place) => place.date === day && place.part === part) || "–"}</td>
            ))}
            <td className="is-sum">{sum(({ date }) => date === day)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
