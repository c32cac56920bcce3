import type { ReactNode } from "react";

interface MessageProps {
  readonly title: string;
  readonly text: ReactNode;
  readonly level?: 1 | 2;
  readonly children?: ReactNode;
}

/** Words where there is nothing else to show, with the next step. */
export function Message({ title, text, level = 2, children }: MessageProps) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className="message sheet">
      <Heading>{title}</Heading>
      <p>{text}</p>
      {children && <div className="group">{children}</div>}
    </div>
  );
}
