import type { ComponentProps } from "react";
import { classes } from "./classes.ts";

interface ButtonProps extends ComponentProps<"button"> {
  /** go: a final act; danger: takes something away; ghost: no edge until it is pointed at; link: underlined words */
  readonly look?: "plain" | "primary" | "go" | "danger" | "ghost" | "link";
  /** large: the act that a form is for; in-card: beside text in a card or a cell */
  readonly size?: "large" | "normal" | "small" | "in-card";
  /** A square with an icon only: give it an aria-label */
  readonly isIcon?: boolean;
  /** Small words are kept on one line, unless they come from data and may be long */
  readonly wraps?: boolean;
  /** Does nothing yet, and looks so; it keeps the focus. What is only busy uses `aria-disabled` */
  readonly isOff?: boolean;
}

export function Button({
  look = "plain",
  size = "normal",
  isIcon = false,
  wraps = false,
  isOff = false,
  className,
  type = "button",
  ...rest
}: ButtonProps) {
  const extras = classes(isIcon && "button--icon", wraps && "button--wrapping", isOff && "button--off", className);
  return (
    <button
      type={type}
      className={classes(buttonClass(look, size), extras)}
      {...(isOff && { "aria-disabled": true })}
      {...rest}
    />
  );
}

/** For links, labels and others' buttons that look like ours. */
export const buttonClass = (
  look: ButtonProps["look"] = "plain",
  size: ButtonProps["size"] = "normal",
  ...extras: ("icon" | "wrapping")[]
): string =>
  classes(
    "button",
    look !== "plain" && `button--${look}`,
    size !== "normal" && `button--${size}`,
    ...extras.map((extra) => `button--${extra}`),
  );
