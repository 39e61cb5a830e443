/** Runs work at most so many at a time, in the order in which it comes. */
export type Limiter = <T>(work: () => Promise<T>) => Promise<T>;

/** The local suite hands out events one by one: more at a time only wait longer, and start idle workers. */
export function limiter(most: number): Limiter {
  const waiting: (() => void)[] = [];
  let running = 0;
  const enter = () =>
    running < most
      ? Promise.resolve(void (running += 1))
      : new Promise<void>((resolve) => waiting.push(resolve));
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}

/** Settles when all have; then throws the first failure, so that nothing still runs behind a report. */
export async function allOf<T>(works: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(works);
  const failed = settled.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
  return settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
}
