import { useShortcuts } from "../../../../kit/shortcuts.ts";
import { useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import { Icon } from "../../../../kit/ui/icon.tsx";
import type { Waiting } from "../../../../waiting/rules.ts";
import { NeedsMark } from "../../needs/needs-mark.tsx";
import { useDayAddress } from "../../use-day-navigation.ts";
import type { WaitingLine } from "../use-line.ts";
import { useCalledActs } from "./use-called-acts.ts";

interface CalledPartProps {
  readonly office: string;
  readonly line: WaitingLine;
  readonly one: Waiting;
}

/** Somebody is on the way to the counter: they came, are called again, or have left. */
export function CalledPart({ office, line, one }: CalledPartProps) {
  const t = useText();
  const { search } = useDayAddress();
  const acts = useCalledActs(office, line, one);
  // What is open in the panel has these keys for itself.
  const act = (run: () => void) => () => search.panel === undefined && run();
  useShortcuts({ KeyS: act(acts.start), KeyC: act(acts.recall), KeyL: act(acts.leave) });
  return (
    <div className="waiting__part waiting__called">
      <p>
        <small>{acts.words}</small>
        <b>
          {acts.name}
          {one.appointment && <NeedsMark {...one.appointment} />}
        </b>
      </p>
      <Button look="primary" size="small" aria-keyshortcuts="s" aria-disabled={acts.isPending} onClick={acts.start}>
        <Icon name="play" /> {t("waiting.came")} <kbd aria-hidden="true">S</kbd>
      </Button>
      <Button
        size="small"
        aria-keyshortcuts="c"
        aria-disabled={acts.isPending || acts.recallFrom !== null}
        title={acts.recallFrom === null ? undefined : t("waiting.again-from", { time: acts.recallFrom })}
        onClick={acts.recall}
      >
        <Icon name="speaker" /> {t("waiting.again")} <kbd aria-hidden="true">C</kbd>
      </Button>
      <Button size="small" aria-keyshortcuts="l" aria-disabled={acts.isPending} onClick={acts.leave}>
        {t("waiting.act-departure")} <kbd aria-hidden="true">L</kbd>
      </Button>
    </div>
  );
}
