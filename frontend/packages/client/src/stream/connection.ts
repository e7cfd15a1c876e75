import type { Channel } from "./channel";
import { afterClose, type Down, PARALLEL, type Rung, SETTLED_MS } from "./ladder";
import { Pace } from "./pace";
import { PollingTransport } from "./polling";
import { SocketTransport } from "./socket";
import { SseTransport } from "./sse";
import { type Host, type HostTools, Timers, type Transport } from "./transport";
import type { StreamFault, StreamStatus } from "./types";

const SOON_MS = 1_500;

/** Whom a connection tells. */
type Watcher = {
  changed: () => void;
  refused: (channel: Channel, fault: StreamFault) => void;
  /** The hub wants this client back never. */
  banned: () => void;
};

/** The transport of now, the one that follows when it ends, and the WebSocket that is tried meanwhile on a lower rung. */
export class Connection {
  private readonly host: Host;
  private readonly pace: Pace;
  private readonly timers = new Timers();
  private current: Transport | null = null;
  private trial: Transport | null = null;
  /** Whether the hub is reached; null while this is not known yet. */
  private works: boolean | null = null;
  private workedSince = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private climb: ReturnType<typeof setTimeout> | undefined;

  constructor(
    tools: HostTools,
    private readonly channels: ReadonlySet<Channel>,
    private readonly watcher: Watcher,
  ) {
    this.pace = new Pace(tools.random);
    this.host = {
      ...tools,
      works: (transport, ok) => this.worked(transport, ok),
      back: (transport) => this.planeBack(transport),
      down: (transport, down) => this.lost(transport, down),
      stands: () => this.watcher.changed(),
      refused: (channel, fault) => this.watcher.refused(channel, fault),
    };
  }

  get status(): StreamStatus {
    const { current, works, pace } = this;
    if (!current && this.retry === undefined) return "closed";
    if (works) return pace.rung === "polling" ? "polling" : "live";
    return works === false ? "stale" : "connecting";
  }

  add(channel: Channel): void {
    if (this.current?.rung === "sse" && this.channels.size > PARALLEL) return this.switchTo("polling");
    if (this.current) this.current.add(channel);
    else if (this.retry === undefined) this.switchTo(this.pace.rung);
  }

  remove(channel: Channel): void {
    this.current?.remove(channel);
  }

  /** No connection and no timers until somebody is added again. */
  rest(): void {
    this.current?.stop();
    this.trial?.stop();
    this.current = null;
    this.trial = null;
    this.works = null;
    this.timers.clear();
    this.retry = undefined;
    this.pace.reset();
  }

  /** The network or the viewer is back: what waits need not wait any longer. */
  hurry(): void {
    this.pace.hurry();
    this.current?.probe();
    if (this.retry !== undefined) this.switchTo(this.pace.rung);
    else this.climbNow();
  }

  private transport(rung: Rung): Transport {
    if (rung === "socket") return new SocketTransport(this.host);
    return rung === "sse" ? new SseTransport(this.host) : new PollingTransport(this.host);
  }

  private switchTo(rung: Rung): void {
    const transport = this.transport(rung);
    this.take(transport);
    transport.start();
    if (rung !== "socket") this.climbLater();
    this.watcher.changed();
  }

  /** Leave the present transport; the next goes on at each channel's cursor. */
  private take(transport: Transport): void {
    this.current?.stop();
    this.timers.cancel(this.retry);
    this.retry = undefined;
    this.current = transport;
    this.pace.rung = transport.rung;
    this.works = null;
    for (const channel of this.channels) {
      channel.standing = false;
      transport.add(channel);
    }
  }

  private worked(transport: Transport, ok: boolean): void {
    if (transport === this.trial) {
      this.trial = null;
      this.take(transport);
    }
    if (transport !== this.current) return;
    if (ok && !this.works) this.workedSince = Date.now();
    if (transport.rung === "socket") {
      this.pace.arrived();
      this.timers.cancel(this.climb);
    }
    this.works = ok;
    this.watcher.changed();
  }

  private lost(transport: Transport, down: Down): void {
    const { back, newTicket, leastMs } = afterClose(down.code);
    if (newTicket) this.host.tickets.drop();
    if (transport === this.trial) {
      this.trial = null;
      return this.climbFailed();
    }
    if (transport !== this.current) return;
    if (!back) return this.watcher.banned();
    const settled = Date.now() - this.workedSince >= SETTLED_MS;
    // Told to go is not a failure: the next process is as good as this one was.
    const held = this.works === true && (settled || down.afterMs !== undefined);
    this.pace.ended(transport.rung, held, this.channels.size);
    this.current = null;
    this.works = null;
    const ms = Math.max(down.afterMs ?? this.pace.reconnectMs(), leastMs);
    this.retry = this.timers.after(ms, () => this.switchTo(this.pace.rung));
    for (const channel of this.channels) channel.standing = false;
    this.watcher.changed();
  }

  private climbLater(): void {
    this.climbIn(this.pace.climbMs());
  }

  private climbIn(ms: number): void {
    this.timers.cancel(this.climb);
    this.climb = this.timers.after(ms, () => this.climbNow());
  }

  private climbNow(): void {
    if (this.trial || !this.current || this.current.rung === "socket") return;
    this.trial = this.transport("socket");
    this.trial.start();
  }

  /** Where WebSockets are blocked for good, a polling client still gets server-sent events. */
  private climbFailed(): void {
    const { current } = this;
    const pollsPlane = current instanceof PollingTransport && this.works && !current.planeAway;
    if (pollsPlane && this.channels.size <= PARALLEL) this.switchTo("sse");
    else this.climbLater();
  }

  private planeBack(transport: Transport): void {
    if (transport !== this.current) return;
    this.pace.hurry();
    this.climbIn(this.host.random() * SOON_MS);
  }
}
