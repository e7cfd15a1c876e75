import type { PollAnswer } from "../generated/frames";
import type { Channel } from "./channel";
import { PARALLEL, reconnectDelay } from "./ladder";
import { type Host, httpAddress, Refusal, refusalOf, Timers, type Transport } from "./transport";
import type { PublishedEvent, StreamEvent } from "./types";

const WAIT_S = 20;
// Over the wait: an answer that is this late does not come.
const LATE_MS = 5_000;
const PAUSE_MS = 2_000;
// The stream's plane was not reached: what the API tells is used for so long before it is looked for again, and longer when
// it does not say no but nothing: meanwhile no event comes.
const AWAY_MS = 5_000;
const AWAY_PER_WAIT = 3;

type Page = { data: StreamEvent<PublishedEvent>[]; next_cursor: string };

/**
 * Long polling; where the stream's plane is not reached at all, the API's log by `readEvents`. The lowest rung: it never
 * gives up, and says whether it gets through.
 */
export class PollingTransport implements Transport {
  readonly rung = "polling";
  private readonly timers = new Timers();
  private readonly following = new Map<Channel, AbortController>();
  private readonly failing = new Set<Channel>();
  private awayUntil = 0;
  private over = false;

  constructor(private readonly host: Host) {}

  /** Only the API is reached. */
  get planeAway(): boolean {
    return this.awayUntil > 0;
  }

  start(): void {
    // Each topic has a loop of its own: there is nothing to do before the first.
  }

  add(channel: Channel): void {
    const abort = new AbortController();
    this.following.set(channel, abort);
    void this.follow(channel, abort.signal);
  }

  remove(channel: Channel): void {
    this.following.get(channel)?.abort();
    this.following.delete(channel);
    this.failing.delete(channel);
  }

  probe(): void {
    // Each answer is waited for only so long.
  }

  stop(): void {
    this.over = true;
    this.timers.clear();
    for (const abort of this.following.values()) abort.abort();
  }

  private async follow(channel: Channel, signal: AbortSignal): Promise<void> {
    let tries = 0;
    while (!signal.aborted) {
      try {
        const pauseMs = await this.turn(channel, signal);
        tries = 0;
        if (pauseMs > 0) await this.pause(pauseMs, signal);
      } catch (error) {
        if (signal.aborted || this.refused(channel, error)) return;
        this.tell(channel, false);
        const asked = error instanceof Refusal ? (error.afterMs ?? 0) : 0;
        await this.pause(Math.max(asked, 500, reconnectDelay(tries++, this.host.random())), signal);
      }
    }
  }

  /** Ask once. Returns the milliseconds before the next time. */
  private async turn(channel: Channel, signal: AbortSignal): Promise<number> {
    const isFirst = channel.cursor === undefined;
    const waitS = isFirst || !channel.standing || this.following.size > PARALLEL ? 0 : WAIT_S;
    const { page, viaApi } = await this.ask(channel, waitS, signal);
    if (signal.aborted) return 0;
    if (!channel.standing) channel.begin({ cursor: page.next_cursor, recovered: !isFirst, snapshot: null });
    for (const event of page.data) channel.receive(event);
    channel.advance(page.next_cursor);
    this.tell(channel, true);
    this.host.stands(channel);
    if (page.data.length > 0) return 0;
    return viaApi || this.following.size > PARALLEL ? PAUSE_MS : 0;
  }

  private async ask(
    channel: Channel,
    waitS: number,
    signal: AbortSignal,
  ): Promise<{ page: Page; viaApi: boolean }> {
    const asked = Date.now();
    if (asked >= this.awayUntil) {
      try {
        const page = await this.askPlane(channel, waitS, signal);
        if (this.awayUntil > 0 && !signal.aborted) this.host.back(this);
        this.awayUntil = 0;
        return { page, viaApi: false };
      } catch (error) {
        const reached = error instanceof Refusal && error.status < 500;
        if (signal.aborted || reached) throw error;
        const now = Date.now();
        this.awayUntil = now + AWAY_MS + AWAY_PER_WAIT * (now - asked);
      }
    }
    const page = await this.host.readEvents?.(channel.topic, channel.cursor, signal);
    if (!page) throw new Error("The stream cannot be reached.");
    return { page, viaApi: true };
  }

  private async askPlane(channel: Channel, waitS: number, signal: AbortSignal): Promise<Page> {
    const { ticket, stream_url } = await this.host.tickets.get(channel.topic);
    const query: Record<string, string> = { topic: channel.topic, wait: String(waitS), limit: "200" };
    if (channel.cursor) query.after = channel.cursor;
    const abort = new AbortController();
    const onAbort = () => abort.abort();
    signal.addEventListener("abort", onAbort, { once: true });
    const late = this.timers.after(waitS * 1000 + LATE_MS, onAbort);
    try {
      const response = await this.host.fetch(httpAddress(stream_url, "events", query), {
        headers: { Authorization: `Bearer ${ticket}` },
        signal: abort.signal,
        cache: "no-store",
      });
      if (!response.ok) throw await refusalOf(response);
      return (await response.json()) as PollAnswer as unknown as Page;
    } finally {
      this.timers.cancel(late);
      signal.removeEventListener("abort", onAbort);
    }
  }

  /** Whether the loop is over: what is asked for is not to be had. */
  private refused(channel: Channel, error: unknown): boolean {
    const code = (error as { code?: string }).code ?? "";
    if (code === "cursor_expired" || code === "invalid_cursor") channel.forget();
    if (!(error instanceof Refusal)) return false;
    if (error.status === 401) this.host.tickets.drop();
    if (!error.lasting) return false;
    this.remove(channel);
    this.host.refused(channel, { code: error.code, detail: error.detail });
    return true;
  }

  private tell(channel: Channel, ok: boolean): void {
    if (ok) this.failing.delete(channel);
    else this.failing.add(channel);
    if (!this.over) this.host.works(this, this.failing.size === 0);
  }

  private pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        this.timers.cancel(timer);
        signal.removeEventListener("abort", end);
        resolve();
      };
      const timer = this.timers.after(ms, end);
      signal.addEventListener("abort", end);
    });
  }
}
