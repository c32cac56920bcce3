import { useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import { onceAnswered } from "./acts/once-answered.ts";
import { withAct } from "./acts/undo-stack.ts";
import { failureOf, sentenceOf } from "./failure.ts";
import { isControlKey, isInField, usePageKeys } from "./shortcuts.ts";
import { useText } from "./text.tsx";
import { Button } from "./ui/button.tsx";
import { Icon } from "./ui/icon.tsx";

/** Short messages after an act, with its undoing. Success leaves by itself, an error stays until it is put away. */

/** The way back from an act, which its button names. */
interface Undoing {
  /** As the act is called where it is done */
  readonly act: string;
  run(): Promise<void>;
}

export interface Toast {
  readonly text: string;
  readonly undo?: Undoing;
  /** The page on which the work that it leaves is done */
  readonly next?: { readonly text: string; readonly go: () => void };
  readonly tone?: "success" | "error" | "info";
  /** Its subject: a later message about the same takes its place, whose undoing would come too late */
  readonly about?: string;
}

export interface ToastApi {
  show(toast: Toast): void;
  /** Those about one subject; without it all of them, because they name people */
  putAway(about?: string): void;
}

type Shown = Toast & { readonly id: number };

const ICONS = { success: "check", error: "warning", info: "info" } as const;

const STAYS_FOR = 10_000;
const AT_MOST = 3;

const ToastContext = createContext<ToastApi>({ show: () => {}, putAway: () => {} });

export const useToasts = (): ToastApi => useContext(ToastContext);

export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useText();
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  // Whatever became of their messages.
  const acts = useRef<readonly Shown[]>([]);
  const undoing = useRef(0);
  const nextId = useRef(0);
  const dismiss = (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id));
  const api = useMemo<ToastApi>(
    () => ({
      show: (toast) => {
        const shown = { ...toast, id: nextId.current++ };
        setToasts((before) => withToast(before, shown));
        acts.current = withAct(acts.current, shown, undoing.current > 0);
      },
      putAway: (about) => {
        setToasts((shown) => (about === undefined ? [] : shown.filter((toast) => toast.about !== about)));
        acts.current = about === undefined ? [] : acts.current.filter((act) => act.about !== about);
      },
    }),
    [],
  );
  const undo = async (toast: Shown) => {
    dismiss(toast.id);
    acts.current = acts.current.filter((act) => act !== toast);
    undoing.current += 1;
    await toast.undo?.run().catch((error) => {
      // Without an answer it may be tried once more.
      const again = failureOf(error).kind === "no-answer" && { undo: toast.undo, about: toast.about };
      api.show({ tone: "error", text: sentenceOf(error, t, t("shell.noAnswerAct")), ...again });
    });
    undoing.current -= 1;
  };
  useUndoKey(acts, undo);
  return (
    <ToastContext value={api}>
      {children}
      <section className="toasts" aria-label={t("shell.messages")}>
        <ToastList
          role="status"
          toasts={toasts.filter(({ tone }) => tone !== "error")}
          onUndo={undo}
          onDismiss={dismiss}
        />
        <ToastList
          role="alert"
          toasts={toasts.filter(({ tone }) => tone === "error")}
          onUndo={undo}
          onDismiss={dismiss}
        />
      </section>
    </ToastContext>
  );
}

function withToast(shown: readonly Shown[], toast: Shown): Shown[] {
  const others = shown.filter(({ about }) => about === undefined || about !== toast.about);
  return [...others, toast].slice(-AT_MOST);
}

interface ListProps {
  readonly role: "status" | "alert";
  readonly toasts: readonly Shown[];
  readonly onUndo: (toast: Shown) => void;
  readonly onDismiss: (id: number) => void;
}

const ToastList = ({ role, toasts, onUndo, onDismiss }: ListProps) => (
  <div role={role}>
    {toasts.map((toast) => (
      <ToastMessage key={toast.id} toast={toast} onUndo={() => onUndo(toast)} onDismiss={() => onDismiss(toast.id)} />
    ))}
  </div>
);

function ToastMessage({ toast, onUndo, onDismiss }: { toast: Shown; onUndo: () => void; onDismiss: () => void }) {
  const t = useText();
  const [isHeld, setIsHeld] = useState(false);
  const isError = toast.tone === "error";
  const leave = useEffectEvent(onDismiss);
  useEffect(() => {
    if (isHeld || isError) return;
    const timer = setTimeout(() => leave(), STAYS_FOR);
    return () => clearTimeout(timer);
  }, [isHeld, isError]);
  return (
    <div
      className={isError ? "toast toast--error" : "toast"}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <Icon name={ICONS[toast.tone ?? "success"]} />
      <p>{toast.text}</p>
      {toast.next && (
        <Button size="small" onClick={toast.next.go}>
          {toast.next.text}
        </Button>
      )}
      {toast.undo && (
        <Button size="small" wraps onClick={onUndo} aria-keyshortcuts="Control+Z">
          <span className="toast__undo">{t("shell.undoOf", { act: toast.undo.act })}</span>
        </Button>
      )}
      <Button size="small" look="ghost" isIcon onClick={onDismiss} aria-label={t("shell.dismiss")}>
        <Icon name="close" />
      </Button>
    </div>
  );
}

/**
 * Ctrl+Z outside fields takes back the latest act, then the one before it; within a field it is the browser's own. While an
 * act is on its way it is that one, once it is answered, and never the one before.
 */
function useUndoKey(acts: RefObject<readonly Shown[]>, undo: (toast: Shown) => void): void {
  const queryClient = useQueryClient();
  usePageKeys((event) => {
    if (!isControlKey(event, "KeyZ") || isInField(event.target)) return;
    const before = acts.current.at(-1);
    const takeBack = (act: Shown | undefined) => act && undo(act);
    if (queryClient.isMutating() > 0) {
      onceAnswered(queryClient, () => acts.current.at(-1) !== before && takeBack(acts.current.at(-1)));
    } else if (before) takeBack(before);
    else return;
    event.preventDefault();
  });
}
