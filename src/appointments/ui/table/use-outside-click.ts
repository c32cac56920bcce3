import { type RefObject, useEffect } from "react";

export function useOutsideClick(frame: RefObject<HTMLElement | null>, isOn: boolean, onOutside: () => void): void {
  useEffect(() => {
    if (!isOn) return;
    const onPress = ({ target }: PointerEvent) => {
      if (!frame.current?.contains(target as Node)) onOutside();
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  });
}
