import type { SseClosing, SseReady } from "../generated/frames";
import type { Channel } from "./channel";
import type { Down } from "./ladder";
import { SILENCE_MS } from "./socket";
import { type SseBlock, SseParser } from "./sseparser";
import { type Host, httpAddress, Refusal, refusalOf, Timers, type Transport } from "./transport";
import type { PublishedEvent, StreamEvent } from "./types";

// A proxy that keeps the answer to itself until it is whole never lets the first event through.
const FIRST_MS = 5_000;
const SHORT_MS = 1_000;

/** Server-sent events by `fetch` (EventSource cannot sign in): one request for each topic. */
export class SseTransport implements Transport {
  readonly rung = "sse";
  private readonly timers = new Timers();
  private readonly following = new Map<Channel, AbortController>();
  private over = false;

  constructor(private readonly host: Host) {}

  start(): void {
    // Each topic has a request of its own: there is nothing to do before the first.
  }

  add(channel: Channel): void {
    const abort = new AbortController();
    this.following.set(channel, abort);
    this.follow(channel, abort.signal).catch((error: unknown) => {
      if (!abort.signal.aborted) this.failed(channel, error);
    });
  }

  remove(channel: Channel): void {
    this.following.get(channel)?.abort();
    this.following.delete(channel);
  }

  probe(): void {
    // A dead connection is found by its silence.
  }

  stop(): void {
    if (this.over) return;
    this.over = true;
    this.timers.clear();
    for (const abort of this.following.values()) abort.abort();
  }

  private end(down: Down): void {
    if (this.over) return;
    this.stop();
    this.host.down(this, down);
  }

  /** The server ends each stream with its ticket, or after some minutes: the next one goes on where it ended. */
  private async follow(channel: Channel, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const began = Date.now();
      await this.read(channel, await this.open(channel, signal), signal);
      if (Date.now() - began < SHORT_MS) return this.end({});
    }
  }

  private async open(channel: Channel, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const { ticket, stream_url } = await this.host.tickets.get(channel.topic);
    const headers: Record<string, string> = {
      Authorization: `Bearer ${ticket}`,
      Accept: "text/event-stream",
    };
    if (channel.cursor) headers["Last-Event-ID"] = channel.cursor;
    const late = this.timers.after(FIRST_MS, () => this.end({}));
    try {
      const response = await this.host.fetch(httpAddress(stream_url, "sse", { topic: channel.topic }), {
        headers,
        signal,
        cache: "no-store",
      });
      if (!response.ok || !response.body) throw await refusalOf(response);
      return response.body;
    } finally {
      this.timers.cancel(late);
    }
  }

  private async read(channel: Channel, body: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<void> {
    const parser = new SseParser();
    const reader = body
      .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
      .getReader();
    let silence = this.timers.after(FIRST_MS, () => this.end({}));
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done || signal.aborted) return;
        this.timers.cancel(silence);
        silence = this.timers.after(SILENCE_MS, () => this.end({}));
        for (const block of parser.feed(value)) if (!signal.aborted) this.hear(channel, block);
      }
    } finally {
      this.timers.cancel(silence);
    }
  }

  private hear(channel: Channel, { name, id, data }: SseBlock): void {
    if (name === "message") return channel.receive(JSON.parse(data) as StreamEvent<PublishedEvent>);
    if (name === "closing") return this.end({ afterMs: (JSON.parse(data) as SseClosing).reconnect_after_ms });
    if (name !== "ready") return;
    channel.begin({ cursor: id, ...(JSON.parse(data) as SseReady) });
    this.host.works(this, true);
    this.host.stands(channel);
  }

  private failed(channel: Channel, error: unknown): void {
    if (!(error instanceof Refusal)) return this.end({});
    if (error.status === 401) this.host.tickets.drop();
    if (error.code === "invalid_cursor") {
      channel.forget();
      return this.add(channel);
    }
    if (!error.lasting) return this.end({ afterMs: error.afterMs });
    this.remove(channel);
    this.host.refused(channel, { code: error.code, detail: error.detail });
  }
}
