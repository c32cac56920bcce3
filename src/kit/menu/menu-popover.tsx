import { Suspense, useEffect } from "react";
import { whenIdle } from "../idle/when-idle.ts";
import { useKeysOnHold } from "../shortcuts.ts";
import { lazyPart } from "../ui/part.tsx";
import type { OpenMenuProps } from "./open-menu.tsx";

interface MenuPopoverProps<Act extends string> extends OpenMenuProps<Act> {
  readonly isOpen?: boolean;
}

/** What draws an open menu weighs more than all that it is opened from: it comes once the page is drawn. */
export const LazyOpenMenu = lazyPart(() => import("./open-menu.tsx"), "OpenMenu");

/** A menu under what opens it. Where its label comes to name somebody else, it is another menu. */
export function MenuPopover<Act extends string>({ isOpen = true, onChoose, ...props }: MenuPopoverProps<Act>) {
  useEffect(() => whenIdle(LazyOpenMenu.preload), []);
  if (!isOpen) return null;
  return (
    <Suspense fallback={<KeysOnHold onClose={props.onClose} />}>
      <LazyOpenMenu key={props.label} {...props} onChoose={(act) => onChoose(act as Act)} />
    </Suspense>
  );
}

/** What is pressed at once is for the menu. */
function KeysOnHold({ onClose }: { onClose: () => void }) {
  useKeysOnHold(onClose);
  return null;
}
