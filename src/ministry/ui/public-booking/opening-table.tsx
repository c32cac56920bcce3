import { numericDate, timeOf } from "../../../kit/dates.ts";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import type { Opening } from "../../contract.ts";
import { openingName } from "./opening-texts.ts";

interface OpeningTableProps {
  readonly openings: readonly Opening[];
  readonly onClose: (opening: Opening) => void;
}

export function OpeningTable({ openings, onClose }: OpeningTableProps) {
  const t = useText();
  return (
    <table className="ministry__table sheet">
      <caption className="visually-hidden">{t("ministry.public-booking-list")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("ministry.closure-where")}</th>
          <th scope="col">{t("ministry.public-booking-since")}</th>
          <th scope="col">{t("ministry.public-booking-by")}</th>
        </tr>
      </thead>
      <tbody>
        {openings.map((opening) => {
          const name = openingName(opening, t);
          return (
            <tr key={opening.id}>
              <th scope="row">
                {name}
                {opening.offices && (
                  <p className="hint">{opening.offices.map((office) => `${office.code} ${office.name}`).join(", ")}</p>
                )}
              </th>
              <td>{`${numericDate(opening.openedAt.slice(0, 10))}, ${timeOf(opening.openedAt)}`}</td>
              <td>
                {opening.openedBy}
                <div className="group">
                  <Button
                    size="small"
                    look="danger"
                    aria-label={t("ministry.public-booking-close-of", { name })}
                    onClick={() => onClose(opening)}
                  >
                    {t("ministry.public-booking-close")}
                  </Button>
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
