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
                {opening.offices && <NamedOffices offices={opening.offices} />}
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

/** So many are read at a glance */
const FEW = 10;

function NamedOffices({ offices }: { offices: NonNullable<Opening["offices"]> }) {
  const t = useText();
  const names = <p className="hint">{offices.map(({ code, name }) => `${code} ${name}`).join(", ")}</p>;
  if (offices.length <= FEW) return names;
  return (
    <details>
      <summary>{t("ministry.office-codes")}</summary>
      {names}
    </details>
  );
}
