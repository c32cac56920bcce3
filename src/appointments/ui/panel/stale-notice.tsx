import { useText } from "../../../web/text.tsx";
import { isNamed, labelOf, valueWords, type Wording } from "./field-words.ts";
import type { Stale } from "./use-edit.ts";

/** What the other operator changed, against what this form will save. */
export function StaleNotice({ stale, wording }: { stale: Stale; wording: Wording }) {
  const t = useText();
  const changes = stale.changes.filter(({ field }) => isNamed(field));
  return (
    <div className="note note--warn stale">
      <p role="alert">
        <b>{stale.sentence}</b> {stale.by !== null && t("panel.stale-by", { by: stale.by })}{" "}
        {t(changes.length > 0 ? "panel.stale-text" : "panel.stale-same")}
      </p>
      {changes.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t("panel.stale-field")}</th>
              <th scope="col">{t("panel.stale-theirs")}</th>
              <th scope="col">{t("panel.stale-mine")}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, theirs, mine }) => (
              <tr key={field}>
                <th scope="row">{isNamed(field) && labelOf(field, t)}</th>
                <td>{valueWords(field, theirs, wording)}</td>
                <td>{mine === null ? t("panel.stale-untouched") : valueWords(field, mine, wording)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
