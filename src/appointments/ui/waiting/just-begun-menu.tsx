import type { RefObject } from "react";
import { MenuPopover } from "../../../kit/menu/menu-popover.tsx";
import { useText } from "../../../kit/text.tsx";
import type { ServedVisit } from "../../../waiting/contract.ts";
import { visitName } from "./visit-name.ts";

interface JustBegunProps {
  readonly visits: readonly ServedVisit[];
  readonly trigger: RefObject<Element | null>;
  readonly onServed: () => void;
  readonly onKeep: () => void;
}

/** «Επόμενος» a moment after somebody began: whether they were served is asked, and nothing happens by itself. */
export function JustBegunMenu({ visits, trigger, onServed, onKeep }: JustBegunProps) {
  const t = useText();
  const sentence = t("waiting.soon", { names: visits.map((visit) => visitName(visit, t)).join(", ") });
  return (
    <MenuPopover
      label={sentence}
      trigger={trigger}
      under="start"
      className="busy"
      choices={[
        { act: "keep", words: t("waiting.soon-keep"), icon: "close" },
        { act: "served", words: t("waiting.soon-served"), icon: "check" },
      ]}
      onChoose={(act) => (act === "served" ? onServed() : onKeep())}
      onClose={onKeep}
    >
      <p className="busy__words">{sentence}</p>
    </MenuPopover>
  );
}
