import { useText } from "../../kit/text.tsx";

export function PlanSkeleton() {
  const t = useText();
  return (
    <div className="plan-skeleton" role="status">
      <span className="vh">{t("plan.loading")}</span>
      {[1, 2, 3].map((column) => (
        <span key={column} />
      ))}
    </div>
  );
}
