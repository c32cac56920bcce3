import { useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import { Icon } from "../../../../kit/ui/icon.tsx";
import type { Repair } from "./repairs.ts";
import type { Repairs } from "./use-repairs.ts";

/** What looks wrong in a field, and the repair of it; null when nothing does. The first of the form has a key. */
export function repairHint(repairs: Repairs, field: Repair["field"]) {
  const own = repairs.all.filter((repair) => repair.field === field);
  return own.length === 0
    ? null
    : own.map((repair) => (
        <RepairHint
          key={repair.kind}
          repair={repair}
          isFirst={repair === repairs.all[0]}
          onRepair={() => repairs.make(repair)}
        />
      ));
}

interface RepairHintProps {
  readonly repair: Repair;
  readonly isFirst: boolean;
  readonly onRepair: () => void;
}

function RepairHint({ repair: { kind, result }, isFirst, onRepair }: RepairHintProps) {
  const t = useText();
  return (
    <span className="hint--warn">
      <Icon name="warning" />
      <span>
        {t(`panel.${kind}`, { result })}{" "}
        <Button
          look="link"
          size="small"
          // A clerk who types without looking goes on to the next field with Tab; the key is F2, for one repair after the other.
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onRepair}
          {...(isFirst && { "aria-keyshortcuts": "F2" })}
        >
          {t(`panel.${kind}-correct`)}
        </Button>
        {isFirst && <kbd aria-hidden="true">F2</kbd>}
      </span>
    </span>
  );
}

/** The hint is gone once the field is right: a clerk who does not see it hears what was done. */
export function RepairDone({ result }: { result: string | null }) {
  const t = useText();
  return (
    <p className="visually-hidden" role="status">
      {result !== null && t("panel.repaired", { result })}
    </p>
  );
}
