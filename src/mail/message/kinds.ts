import { evening } from "../evening/evening.ts";
import type { MessageKind } from "./message-kind.ts";

/**
 * By the `kind` of their rows in the outbox. What is planned with one of them is read by programs of the next release too: a
 * payload is added to, and keeps what it says.
 */
export const MESSAGE_KINDS: Readonly<Record<string, MessageKind>> = { evening };

export const kindOf = (kind: string): MessageKind => MESSAGE_KINDS[kind] as MessageKind;
