import type { Bilingual } from "@domain/text.ts";
import { useCallback, useEffect, useState } from "preact/hooks";
import { DATA_WORDS } from "./words.ts";

/** What is known of something that is listened to. `stale` while it comes from this device alone. */
export type Live<T> =
  | { state: "loading" }
  | { state: "ready"; value: T; stale: boolean }
  | { state: "failed"; problem: Bilingual };

type Sink<T> = { next: (value: T, stale: boolean) => void; fail: (code: string) => void };
/** Begins to listen; the returned function ends it. `once`: it ends by itself when the server has spoken. */
export type Start<T> = ((sink: Sink<T>) => () => void) & { once?: true };

/**
 * Reads instead of listening, for what nobody waits for: what this device remembers first, then what the server says,
 * and no more until somebody comes again, or asks again.
 */
export function once<T>(listen: Start<T>): Start<T> {
  const read: Start<T> = ({ next, fail }) => {
    /* The first answer may come before there is anything to stop. */
    const stop = listen({
      next: (value, stale) => {
        next(value, stale);
        if (!stale) queueMicrotask(() => stop());
      },
      fail,
    });
    return stop;
  };
  return Object.assign(read, { once: true as const });
}

/** Listening goes on for this long after the last reader has left, so that going back and forth costs no reads. */
const LINGER_MS = 60_000;

/** One thing listened to, for everybody who names its key. */
class Channel {
  live: Live<unknown> = { state: "loading" };
  readonly listeners = new Set<() => void>();
  private readonly start: Start<never>;
  private stop: () => void = () => undefined;
  private closing: ReturnType<typeof setTimeout> | undefined;

  constructor(start: Start<never>) {
    this.start = start;
    this.restart();
  }

  restart(): void {
    this.stop();
    if (this.live.state !== "ready") this.set({ state: "loading" });
    this.stop = this.start({
      next: (value, stale) => this.set({ state: "ready", value, stale }),
      fail: (code) => this.fail(code),
    });
  }

  join(listener: () => void, atEnd: () => void): () => void {
    clearTimeout(this.closing);
    if (this.start.once && this.closing !== undefined && this.listeners.size === 0) this.restart();
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.closing = setTimeout(() => (this.stop(), atEnd()), LINGER_MS);
    };
  }

  end(): void {
    clearTimeout(this.closing);
    this.stop();
  }

  /** While the sign-in has run out, what was read stays: somebody may be typing beside it. */
  private fail(code: string): void {
    if (held) return this.live.state === "ready" ? this.set({ ...this.live, stale: true }) : undefined;
    this.set({ state: "failed", problem: code === "permission-denied" ? DATA_WORDS.noRight : DATA_WORDS.failed });
  }

  private set(live: Live<unknown>): void {
    this.live = live;
    for (const listener of this.listeners) listener();
  }
}

/** Whether nobody is signed in for the moment, so that every listener is turned away. */
let held = false;

const channels = new Map<string, Channel>();

/** The sign-in has run out: keeps what was read until somebody has signed in again. */
export function holdAll(): void {
  held = true;
}

/** Listens anew to everything that is on a screen, and to nothing else: somebody signed in, or the rights changed. */
export function restartAll(): void {
  held = false;
  for (const [key, channel] of channels) {
    if (channel.listeners.size > 0) channel.restart();
    else {
      channel.end();
      channels.delete(key);
    }
  }
}

function channelOf(key: string, start: Start<never>): Channel {
  const channel = channels.get(key) ?? new Channel(start);
  channels.set(key, channel);
  return channel;
}

/**
 * Listens to something while the component is there. Everybody who names the same key shares one listener. Without a
 * key nothing is listened to yet. `start` counts for a new key only.
 */
export function useLive<T>(key: string | undefined, start: Start<T>): Live<T> & { retry: () => void } {
  const [, redraw] = useState(0);
  useEffect(() => {
    if (key === undefined) return undefined;
    const channel = channelOf(key, start as Start<never>);
    redraw((count) => count + 1);
    return channel.join(
      () => redraw((count) => count + 1),
      () => channels.get(key) === channel && channels.delete(key),
    );
  }, [key]);
  const retry = useCallback(() => key !== undefined && channels.get(key)?.restart(), [key]);
  const live = (key === undefined ? undefined : (channels.get(key)?.live as Live<T> | undefined)) ?? { state: "loading" };
  return { ...live, retry };
}

/** The value once it is there, else what to go on with meanwhile. */
export function valueOf<T>(live: Live<T>, otherwise: T): T {
  return live.state === "ready" ? live.value : otherwise;
}
