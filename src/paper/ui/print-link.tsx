import type { ComponentProps, ReactNode } from "react";
import { useText } from "../../kit/text.tsx";
import { useToasts } from "../../kit/toasts.tsx";

interface PrintLinkProps extends Pick<ComponentProps<"a">, "className" | "title" | "aria-keyshortcuts"> {
  readonly address: string;
  readonly children: ReactNode;
}

/** To a page that is made to be printed: beside this one, on which the work goes on. */
export function PrintLink({ address, children, ...rest }: PrintLinkProps) {
  const print = usePrint();
  return (
    <a
      href={address}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        if (navigator.onLine) return;
        event.preventDefault();
        print(address);
      }}
      {...rest}
    >
      {children}
    </a>
  );
}

/** The same where a press or a key leads there. Without a connection there is no such page: it is said what to do. */
export function usePrint(): (address: string) => void {
  const t = useText();
  const toast = useToasts();
  return (address) => {
    if (navigator.onLine) window.open(address, "_blank", "noreferrer");
    else toast.show({ tone: "error", text: t("shell.printOffline"), about: "print" });
  };
}
