import { useText } from "../text.tsx";
import { Button } from "../ui/button.tsx";
import { type FigureTable, figuresCsv } from "./figure-table.ts";

interface CsvButtonProps {
  /** Of the file, without its ending */
  readonly name: string;
  readonly tables: readonly FigureTable[];
}

/** All tables of a page as one file. */
export function CsvButton({ name, tables }: CsvButtonProps) {
  const t = useText();
  const head = [t("charts.csv-table"), t("charts.csv-row"), t("charts.csv-column"), t("charts.csv-value")];
  return (
    <Button onClick={() => download(figuresCsv(tables, head), `${name}.csv`)} aria-label={t("charts.csv-all")}>
      {t("charts.csv")}
    </Button>
  );
}

function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  // Not at once: some browsers read it only after this.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
