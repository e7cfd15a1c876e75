const AT_ONCE = 4;

/** Calls for each item, a few at once. well: how many went well; problems: what the others threw. */
export async function eachOf<Item>(
  items: Item[],
  call: (item: Item) => Promise<unknown>,
): Promise<{ well: number; problems: unknown[] }> {
  const waiting = [...items];
  const problems: unknown[] = [];
  async function work() {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      await call(item).catch((problem: unknown) => problems.push(problem));
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { well: items.length - problems.length, problems };
}
