import { useText } from "../../../kit/text.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { OVER } from "../../statuses.ts";
import type { ListedRow } from "./rows.ts";

interface EarlierFoldProps {
  readonly earlier: readonly ListedRow[];
  readonly onUnfold: () => void;
}

/** «22 νωρίτερα, από τις 08:00»: what is over, behind one line. */
export function EarlierRows({ earlier, onUnfold }: EarlierFoldProps) {
  const t = useText();
  const first = earlier[0]?.visit.time ?? "";
  const sums = OVER.flatMap((status) => {
    const count = earlier.filter(({ visit }) => visit.status === status).length;
    return count > 0 ? [`${count}\u00a0${t(`plan.sum-${status as "served"}`, { count })}`] : [];
  });
  return (
    <tr className="table__earlier">
      <td colSpan={COLUMNS}>
        <button type="button" aria-expanded={false} onClick={onUnfold}>
          <Icon name="down" />
          <span>{t("table.earlier", { count: earlier.length, time: first })}</span> <small>{sums.join(", ")}</small>
        </button>
      </td>
    </tr>
  );
}

/** For the eye: every row says its own time. */
export function NowRow({ time }: { time: string }) {
  const t = useText();
  return (
    <tr className="table__now" aria-hidden="true" data-now>
      <td colSpan={COLUMNS}>
        <div>
          <b>{time}</b> {t("table.now")}
        </div>
      </td>
    </tr>
  );
}

const COLUMNS = 9;
