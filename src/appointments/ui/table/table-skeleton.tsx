import { useText } from "../../../kit/text.tsx";

export function TableSkeleton() {
  const t = useText();
  return (
    <div className="table-skeleton" role="status">
      <span className="visually-hidden">{t("table.loading")}</span>
      {[1, 2, 3, 4, 5, 6].map((row) => (
        <span key={row} />
      ))}
    </div>
  );
}
