import { type FocusEvent, type KeyboardEventHandler, type ReactNode, type RefObject, useRef, useState } from "react";
import { Menu, MenuItem } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { classes } from "../ui/classes.ts";
import { Icon, type IconName } from "../ui/icon.tsx";

export interface MenuChoice<Act extends string> {
  readonly act: Act;
  readonly words: string;
  readonly icon?: IconName;
  /** The key that does the same beside the menu */
  readonly shortcut?: string | null;
  /** Takes something away: it stands apart, in red */
  readonly isDanger?: boolean;
}

export interface OpenMenuProps<Act extends string> {
  readonly label: string;
  readonly trigger: RefObject<Element | null>;
  readonly choices: readonly MenuChoice<Act>[];
  /** Under which end of the trigger */
  readonly under?: "start" | "end";
  readonly className?: string;
  readonly onChoose: (act: Act) => void;
  readonly onClose: () => void;
  /** Keys beside those of any menu */
  readonly onKeyDown?: KeyboardEventHandler;
  /** Above the choices */
  readonly children?: ReactNode;
}

/**
 * Under what opened it; the first choice has the focus. While it is open nothing moves under a finger: what comes later is
 * put below, what can't be chosen any more stays in its place, greyed.
 */
export function OpenMenu<Act extends string>({
  label,
  trigger,
  choices,
  under = "end",
  className,
  onChoose,
  onClose,
  onKeyDown,
  children,
}: OpenMenuProps<Act>) {
  const [heading] = useState(children);
  const [offered, setOffered] = useState(choices);
  const later = choices.filter(({ act }) => !offered.some((choice) => choice.act === act));
  if (later.length > 0) setOffered([...offered, ...later]);
  const hasFocused = useRef(false);
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={(isOpening) => isOpening || onClose()}
      placement={under === "end" ? "bottom end" : "bottom start"}
      className={classes("menu", className)}
      aria-label={label}
      render={(props) => <div {...props} onFocus={giveFocus} />}
    >
      {heading}
      <div onKeyDownCapture={onKeyDown}>
        <Menu aria-label={label} autoFocus="first" onAction={(act) => onChoose(act as Act)}>
          {offered.map(({ act, words, icon, shortcut, isDanger }) => (
            <MenuItem
              key={act}
              id={act}
              isDisabled={!choices.some((choice) => choice.act === act)}
              textValue={words}
              className={classes("menu__item", isDanger && "menu__item--danger")}
            >
              {icon && <Icon name={icon} />}
              {words}
              {shortcut && <kbd aria-hidden="true">{shortcut}</kbd>}
            </MenuItem>
          ))}
        </Menu>
      </div>
    </Popover>
  );

  /**
   * On a slow machine the menu, or what it stands in, takes the focus before the first choice has it: keys would be for none of
   * them. Later the menu has it where the choice that had it is greyed: what is pressed then was meant for no other one.
   */
  function giveFocus({ target, currentTarget }: FocusEvent<HTMLElement>): void {
    const isChoice = target.getAttribute("role") === "menuitem";
    const first = currentTarget.querySelector<HTMLElement>("[role=menuitem]:not([aria-disabled])");
    if (!isChoice && !hasFocused.current) first?.focus();
    hasFocused.current ||= isChoice;
  }
}
