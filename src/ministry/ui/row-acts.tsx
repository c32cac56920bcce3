import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Icon } from "../../kit/ui/icon.tsx";

interface RowActsProps {
  readonly name: string;
  /** What takes it away: what has begun is ended */
  readonly removal?: "remove" | "end";
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

/** What can be done with a row of a table. */
export function RowActs({ name, removal = "remove", onChange, onRemove }: RowActsProps) {
  const t = useText();
  return (
    <div className="group">
      <Button size="small" aria-label={t("ministry.change-of", { name })} onClick={onChange}>
        <Icon name="edit" />
        {t("ministry.change")}
      </Button>
      <Button size="small" look="danger" aria-label={t(`ministry.${removal}-of`, { name })} onClick={onRemove}>
        {t(`ministry.${removal}`)}
      </Button>
    </div>
  );
}
