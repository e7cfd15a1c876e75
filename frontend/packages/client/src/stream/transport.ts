import type { Channel } from "./channel";
import type { Down, Rung } from "./ladder";
import type { TicketKeeper } from "./tickets";
import type { ReadEvents, StreamFault } from "./types";

/** What transports use. */
export type HostTools = {
  tickets: TicketKeeper;
  WebSocket: typeof WebSocket;
  fetch: typeof fetch;
  random: () => number;
  readEvents: ReadEvents | undefined;
};

/** What a transport uses and whom it tells. */
export type Host = HostTools & {
  /** Whether the hub is reached, now that this is known; false only from a transport that goes on trying by itself. */
  works(transport: Transport, ok: boolean): void;
  /** The stream's plane answers again after it was away: a better transport may work now. */
  back(transport: Transport): void;
  /** The transport is over: another one has to follow. */
  down(transport: Transport, down: Down): void;
  /** A subscription stands, or does not any more. */
  stands(channel: Channel): void;
  /** A subscription is refused. */
  refused(channel: Channel, fault: StreamFault): void;
};

/** One way of hearing events. After `stop` it tells nothing more, to channels neither. */
export interface Transport {
  readonly rung: Rung;
  start(): void;
  add(channel: Channel): void;
  remove(channel: Channel): void;
  /** Look whether the connection still lives: the page was away. */
  probe(): void;
  stop(): void;
}

/** Timers that end together. */
export class Timers {
  private readonly running = new Set<ReturnType<typeof setTimeout>>();

  after(ms: number, action: () => void): ReturnType<typeof setTimeout> {
    const timer = setTimeout(() => {
      this.running.delete(timer);
      action();
    }, ms);
    this.running.add(timer);
    return timer;
  }

  cancel(timer: ReturnType<typeof setTimeout> | undefined): void {
    if (timer === undefined) return;
    clearTimeout(timer);
    this.running.delete(timer);
  }

  clear(): void {
    for (const timer of this.running) clearTimeout(timer);
    this.running.clear();
  }
}

/** An answer outside 2xx of the stream's plane, by its problem's code. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly afterMs: number | undefined,
  ) {
    super(detail);
  }

  /** The fault lies in what is asked for: asking again does not help. */
  get lasting(): boolean {
    return [400, 403, 404, 422].includes(this.status) && this.code !== "invalid_cursor";
  }
}

export async function refusalOf(response: Response): Promise<Refusal> {
  const body = (await response.json().catch(() => ({}))) as { code?: string; detail?: string };
  const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return new Refusal(
    response.status,
    body.code ?? "unexpected_answer",
    body.detail ?? `The stream answered with ${response.status}.`,
    Number.isFinite(seconds) ? seconds * 1000 : undefined,
  );
}

/** The plain-HTTP address beside the WebSocket's that the hub has told. */
export function httpAddress(
  streamUrl: string,
  name: "sse" | "events",
  query: Record<string, string>,
): string {
  const url = new URL(streamUrl);
  url.protocol = url.protocol === "wss:" ? "https:" : "http:";
  url.pathname = url.pathname.replace(/\/ws\/v1$/, `/stream/v1/${name}`);
  url.search = new URLSearchParams(query).toString();
  return url.href;
}
