import type { ComponentProps, ReactNode } from "react";

interface PrintLinkProps extends Pick<ComponentProps<"a">, "className" | "title" | "aria-keyshortcuts"> {
  readonly address: string;
  readonly children: ReactNode;
}

/** To a page that is made to be printed: beside this one, on which the work goes on. */
export const PrintLink = ({ address, children, ...rest }: PrintLinkProps) => (
  <a href={address} target="_blank" rel="noreferrer" {...rest}>
    {children}
  </a>
);

/** The same where a press or a key leads there. */
export const openToPrint = (address: string): void => void window.open(address, "_blank", "noreferrer");
