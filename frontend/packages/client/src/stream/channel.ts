import type {
  Listener,
  PublishedEvent,
  StreamEvent,
  StreamFault,
  SubscriptionTransport,
  Topic,
} from "./types";

// Repeats can only come from a transport that has just been left: its last few events are enough to know.
const REMEMBERED = 500;

type AnyListener = Listener<PublishedEvent>;

/** One topic with its place in the log, and everybody here who hears it. Transports come and go; this stays. */
export class Channel {
  cursor: string | undefined;
  /** Told by the transport of now that the subscription stands. */
  standing = false;
  private readonly listeners = new Set<AnyListener>();
  private readonly seen = new Set<string>();
  private transport: SubscriptionTransport | null = null;

  constructor(
    readonly sid: string,
    readonly topic: Topic,
    /** Whether listeners may join who have no cursor and want no snapshot. */
    readonly shared: boolean,
    private readonly report: (error: unknown) => void,
  ) {}

  get empty(): boolean {
    return this.listeners.size === 0;
  }

  add(listener: AnyListener): void {
    this.listeners.add(listener);
    const { transport } = this;
    if (transport) this.guard(() => listener.onTransport?.(transport));
  }

  delete(listener: AnyListener): void {
    this.listeners.delete(listener);
  }

  /** The subscription stands. cursor: events follow from there on. */
  begin(start: { cursor?: string; recovered: boolean; snapshot: Record<string, unknown> | null }): void {
    const hadCursor = this.cursor !== undefined;
    this.standing = true;
    if (!start.recovered) this.cursor = start.cursor ?? this.cursor;
    const { snapshot } = start;
    if (hadCursor && !start.recovered) this.tell((listener) => listener.onGap?.());
    if (snapshot) this.tell((listener) => listener.onSnapshot?.(snapshot));
    if (!start.recovered) this.tellCursor();
  }

  /** An event; one that came before is left out. The cursor moves on only after everybody has heard it. */
  receive(event: StreamEvent<PublishedEvent>): void {
    if (this.seen.has(event.cursor)) return;
    this.seen.add(event.cursor);
    const oldest = this.seen.values().next();
    if (this.seen.size > REMEMBERED && !oldest.done) this.seen.delete(oldest.value);
    this.tell((listener) => listener.onEvent?.(event));
    this.cursor = event.cursor;
    this.tellCursor();
  }

  /** The place behind a page of events that were for others, or for nobody. */
  advance(cursor: string): void {
    if (cursor === this.cursor) return;
    this.cursor = cursor;
    this.tellCursor();
  }

  /** The cursor is of no use any more: the next start is at the present. */
  forget(): void {
    this.cursor = undefined;
    this.tell((listener) => listener.onGap?.());
  }

  fault(fault: StreamFault): void {
    this.tell((listener) => listener.onFault?.(fault));
    this.setTransport("stale");
  }

  setTransport(transport: SubscriptionTransport): void {
    if (transport === this.transport) return;
    this.transport = transport;
    this.tell((listener) => listener.onTransport?.(transport));
  }

  private tellCursor(): void {
    const { cursor } = this;
    if (cursor) this.tell((listener) => listener.onCursor?.(cursor));
  }

  private tell(say: (listener: AnyListener) => void): void {
    for (const listener of [...this.listeners]) this.guard(() => say(listener));
  }

  private guard(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.report(error);
    }
  }
}
