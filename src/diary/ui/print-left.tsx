import { useLanguage, useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import { leftSheetAddress } from "../../paper/address.ts";
import { usePrint } from "../../paper/ui/print-link.tsx";
import type { DiaryRow, Verdict } from "../contract.ts";

const STAYS: readonly Verdict[] = ["collides", "unclear", "left-out"];

/** A list of what stays on paper, to be put into the diary: it is made beside this page, on which the work goes on. */
export function PrintLeft({ office, rows }: { office: string; rows: readonly DiaryRow[] }) {
  const t = useText();
  const { language } = useLanguage();
  const print = usePrint();
  const left = rows.filter(({ verdict }) => STAYS.includes(verdict));
  if (left.length === 0) return null;
  const address = leftSheetAddress(office, language);
  const whyOf = ({ problems, verdict }: DiaryRow) =>
    problems.map(({ message }) => message).join(" ") || t(`diary.verdict-${verdict}`);
  const sent = left.map((row) => ({ label: row.label, cells: row.cells, why: whyOf(row) }));
  return (
    <form
      method="post"
      action={address}
      target="_blank"
      onSubmit={(event) => {
        if (navigator.onLine) return;
        event.preventDefault();
        print(address);
      }}
      rel="noopener"
    >
      <input type="hidden" name="rows" value={JSON.stringify(sent)} />
      <Button type="submit">
        <Icon name="print" />
        {t("diary.printLeft", { count: left.length })}
      </Button>
    </form>
  );
}
