/** React works by immediates, a little at a time. They are counted from before it is read, so that its end can be waited for. */
const { setImmediate: realImmediate, clearImmediate: realClear } = globalThis;
const awaited = new Set<NodeJS.Immediate>();

globalThis.setImmediate = ((act: (...given: unknown[]) => void, ...given: unknown[]) => {
  const immediate = realImmediate(() => {
    awaited.delete(immediate);
    act(...given);
  });
  awaited.add(immediate);
  return immediate;
}) as typeof setImmediate;

globalThis.clearImmediate = (immediate) => {
  if (immediate) awaited.delete(immediate);
  realClear(immediate);
};

/** Until React has nothing left to do but by the page's time; what is on its way without it comes as well. */
export async function settle(): Promise<void> {
  do await new Promise<void>((resolve) => realImmediate(resolve));
  while (awaited.size > 0);
}
