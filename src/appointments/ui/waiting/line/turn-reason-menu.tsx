import { useRef } from "react";
import { MenuPopover } from "../../../../kit/menu/menu-popover.tsx";
import { useStore } from "../../../../kit/store.ts";
import { useText } from "../../../../kit/text.tsx";
import { OUT_OF_TURN_REASONS } from "../../../../waiting/turn-reasons.ts";
import { type WantedTurn, wantedTurn } from "./turn-reason.ts";

/** «Άλλος, με αιτία»: why somebody is taken before others. None of the reasons is about health. */
export function TurnReasonMenu() {
  const wanted = useStore(wantedTurn, (now) => now);
  return wanted && <Question key={wanted.name} wanted={wanted} />;
}

function Question({ wanted: { name, take, trigger } }: { wanted: WantedTurn }) {
  const t = useText();
  const triggerRef = useRef(trigger);
  const title = t("waiting.turn-title", { name });
  const close = () => wantedTurn.set(() => null);
  return (
    <MenuPopover
      label={title}
      trigger={triggerRef}
      under="start"
      className="busy"
      choices={[
        ...OUT_OF_TURN_REASONS.map((act) => ({ act, words: t(`waiting.turn-${act}`) })),
        { act: "back" as const, words: t("waiting.busy-back"), icon: "close" as const },
      ]}
      onChoose={(act) => {
        close();
        if (act !== "back") take(act);
      }}
      onClose={close}
    >
      <p className="busy__words">{title}</p>
      <p className="busy__hint">{t("waiting.turn-hint")}</p>
    </MenuPopover>
  );
}
