import type { ComponentProps } from "react";
import { classes } from "./classes.ts";

interface ButtonProps extends ComponentProps<"button"> {
  /** go: a final act; danger: takes something away */
  readonly look?: "plain" | "primary" | "go" | "danger" | "ghost";
  readonly size?: "normal" | "small" | "in-card";
  /** A square with an icon only: give it an aria-label */
  readonly isIcon?: boolean;
}

export function Button({
  look = "plain",
  size = "normal",
  isIcon = false,
  className,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button type={type} className={classes(buttonClass(look, size), isIcon && "btn--icon", className)} {...rest} />
  );
}

/** For links that look like buttons. */
export const buttonClass = (look: ButtonProps["look"] = "plain", size: ButtonProps["size"] = "normal"): string =>
  classes("btn", look !== "plain" && `btn--${look}`, size !== "normal" && `btn--${size}`);
