import type { ReactNode } from "react";
import { Message } from "./message.tsx";
import { PlainFrame } from "./plain-frame.tsx";

interface MessagePageProps {
  readonly title: string;
  readonly text: ReactNode;
  readonly children?: ReactNode;
}

/** A page of its own that says one thing and what to do next. */
export const MessagePage = ({ title, text, children }: MessagePageProps) => (
  <PlainFrame title={title}>
    <Message title={title} text={text} level={1}>
      {children}
    </Message>
  </PlainFrame>
);
