import { inTime, withoutDeadline } from "./deadline.ts";

interface Turn<Value> {
  readonly running: Promise<Value>;
  /** Of those who came while it ran: it may tell what was so before they asked. Null: nobody did */
  next: Promise<Value> | null;
}

/**
 * One read for all who ask before it begins: a crowd costs one statement after the other, and nobody is told what was so before
 * they asked. Each waits for as long as they have.
 */
export function readJointly<Key, Value>(read: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const turns = new Map<Key, Turn<Value>>();

  function begin(key: Key): Promise<Value> {
    const turn: Turn<Value> = { running: withoutDeadline(() => read(key)), next: null };
    const end = () => {
      if (!turn.next) turns.delete(key);
    };
    turns.set(key, turn);
    turn.running.then(end, end);
    return turn.running;
  }

  function behind(key: Key, turn: Turn<Value>): Promise<Value> {
    const now = () => begin(key);
    turn.next ??= turn.running.then(now, now);
    return turn.next;
  }

  return (key) => {
    const turn = turns.get(key);
    return inTime(turn ? behind(key, turn) : begin(key));
  };
}
