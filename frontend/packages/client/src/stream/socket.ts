import type { ClientFrame, ErrorFrame, ServerFrame } from "../generated/frames";
import type { Channel } from "./channel";
import { covers, type HeldTicket } from "./tickets";
import { type Host, Timers, type Transport } from "./transport";
import type { PublishedEvent, StreamEvent } from "./types";

// From the ticket to `ready`: the hub says it at once, or not at all.
const CONNECT_MS = 5_000;
// The server pings every 25 s: who hears nothing for this long talks to nobody.
export const SILENCE_MS = 60_000;
const PROBE_MS = 5_000;
const AGAIN_MS = 1_500;

/** The WebSocket `hub.v1`: all subscriptions on one connection, renewed tickets on the open one. */
export class SocketTransport implements Transport {
  readonly rung = "socket";
  private readonly timers = new Timers();
  private readonly channels = new Map<string, Channel>();
  /** Wait for `ready`, or for a ticket that names their topic. */
  private readonly waiting = new Set<Channel>();
  private socket: WebSocket | null = null;
  /** The newest that was sent. */
  private ticket: HeldTicket | null = null;
  private renewing = false;
  private ready = false;
  private over = false;
  private afterMs: number | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private renewal: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: Host) {}

  start(): void {
    this.connect().catch(() => this.end());
  }

  add(channel: Channel): void {
    this.channels.set(channel.sid, channel);
    this.waiting.add(channel);
    if (this.ready) this.askWaiting();
  }

  remove(channel: Channel): void {
    this.channels.delete(channel.sid);
    if (!this.waiting.delete(channel)) this.send({ op: "unsubscribe", sid: channel.sid });
  }

  probe(): void {
    if (!this.ready) return;
    this.send({ op: "ping" });
    this.listen(PROBE_MS);
  }

  stop(): void {
    if (this.over) return;
    this.over = true;
    this.timers.clear();
    this.socket?.close();
  }

  private async connect(): Promise<void> {
    const held = await this.host.tickets.get();
    if (this.over) return;
    this.listen(CONNECT_MS);
    const socket = new this.host.WebSocket(held.stream_url, "hub.v1");
    this.socket = socket;
    socket.onopen = () => this.show(held);
    socket.onmessage = ({ data }) => this.hear(String(data));
    socket.onclose = ({ code }) => this.end(code);
    // An error says no more than that it is over; some implementations send no `close` after it.
    socket.onerror = () => this.end();
  }

  private end(code?: number): void {
    if (this.over) return;
    this.stop();
    this.host.down(this, { code, afterMs: this.afterMs });
  }

  private hear(text: string): void {
    if (this.over) return;
    if (this.ready) this.listen(SILENCE_MS);
    const frame = JSON.parse(text) as ServerFrame;
    switch (frame.op) {
      case "ready":
        return this.admitted();
      case "subscribed": {
        const channel = this.channels.get(frame.sid);
        channel?.begin(frame);
        if (channel) this.host.stands(channel);
        return;
      }
      case "event":
        // A type of the application's own has the same shape; which types there are only its handler knows.
        return this.channels.get(frame.sid)?.receive(frame as unknown as StreamEvent<PublishedEvent>);
      case "ping":
        return this.send({ op: "pong" });
      case "closing":
        this.afterMs = frame.reconnect_after_ms;
        return;
      case "error":
        return this.failed(frame);
      case "lagged":
      case "pong":
        return;
    }
  }

  private admitted(): void {
    this.timers.cancel(this.renewal);
    this.renewal = this.timers.after(this.host.tickets.renewInMs, () => this.authenticate());
    const first = !this.ready;
    this.ready = true;
    this.listen(SILENCE_MS);
    if (first) this.host.works(this, true);
    this.askWaiting();
  }

  /** Subscribes to what the ticket was asked for with; what has joined since waits for the next one. */
  private askWaiting(): void {
    for (const channel of this.waiting) {
      if (!this.ticket || !covers(this.ticket, channel.topic)) continue;
      this.waiting.delete(channel);
      this.ask(channel);
    }
    if (this.waiting.size > 0) this.authenticate();
  }

  private failed({ code, detail, sid }: ErrorFrame): void {
    const channel = sid === undefined ? undefined : this.channels.get(sid);
    if (!channel) {
      if (this.ready && (code === "ticket_expired" || code === "invalid_ticket")) this.authenticate();
      return;
    }
    if (code === "unavailable") {
      this.timers.after(AGAIN_MS * (0.5 + this.host.random()), () => this.ask(channel));
    } else if (code === "invalid_cursor") {
      channel.forget();
      this.ask(channel);
    } else {
      this.channels.delete(channel.sid);
      this.host.refused(channel, { code, detail });
    }
  }

  /** A new ticket on the open connection; `ready` answers. */
  private authenticate(): void {
    if (this.renewing) return;
    this.renewing = true;
    this.host.tickets.renew().then(
      (held) => {
        this.renewing = false;
        this.show(held);
      },
      () => {
        this.renewing = false;
        this.timers.after(AGAIN_MS * (0.5 + this.host.random()), () => this.authenticate());
      },
    );
  }

  private show(held: HeldTicket): void {
    this.ticket = held;
    this.send({ op: "auth", ticket: held.ticket });
  }

  private ask(channel: Channel): void {
    if (this.channels.get(channel.sid) !== channel) return;
    this.send({ op: "subscribe", sid: channel.sid, topic: channel.topic, since: channel.cursor });
  }

  private send(frame: ClientFrame): void {
    if (!this.over && this.socket?.readyState === 1) this.socket.send(JSON.stringify(frame));
  }

  /** From now on so long, and then it is dead. */
  private listen(ms: number): void {
    this.timers.cancel(this.silence);
    this.silence = this.timers.after(ms, () => this.end());
  }
}
