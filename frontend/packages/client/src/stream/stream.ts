import { Channel } from "./channel";
import { Connection } from "./connection";
import { PageEvents } from "./page";
import { TicketKeeper } from "./tickets";
import { Timers } from "./transport";
import type {
  Listener,
  PublishedEvent,
  ReadEvents,
  StreamFault,
  StreamStatus,
  SubscriptionTransport,
  Ticket,
  Topic,
} from "./types";

/** What a HubStream needs. Everything but getTicket may be left out. */
export type HubStreamOptions = {
  /** A ticket from your back end that names these topics (or `tenant`). Asked again before it ends, and for new topics. */
  getTicket: (topics: Topic[]) => Promise<Ticket>;
  /** Reads the API's log while the stream's plane cannot be reached; see `readEventsFromApi`. */
  readEvents?: ReadEvents;
  /** Exceptions of handlers. By itself they are reported as uncaught errors are. */
  onError?: (error: unknown) => void;
  WebSocket?: typeof WebSocket;
  fetch?: typeof fetch;
  random?: () => number;
};

// A page that leaves one view for another keeps its connection.
const IDLE_MS = 2_000;
// What the hub takes of one stream, and what one ticket names.
const MOST_TOPICS = 100;
const TOO_MANY: StreamFault = {
  code: "too_many_subscriptions",
  detail: `A stream follows at most ${MOST_TOPICS} topics.`,
};

/**
 * Events as they happen, each once and in order, however the network is: by WebSocket, else by server-sent events, else by
 * polling, and back up again. One connection serves all subscriptions; it opens with the first and closes after the last.
 */
export class HubStream {
  private readonly channels = new Set<Channel>();
  private readonly watchers = new Set<() => void>();
  private readonly timers = new Timers();
  private readonly page: PageEvents;
  private readonly connection: Connection;
  private readonly report: (error: unknown) => void;
  private status: StreamStatus = "closed";
  private idle: ReturnType<typeof setTimeout> | undefined;
  private sids = 0;
  private over = false;

  constructor(options: HubStreamOptions) {
    this.report = options.onError ?? reported;
    const topics = () => [...new Set([...this.channels].map(({ topic }) => topic))];
    const tools = {
      tickets: new TicketKeeper(options.getTicket, topics, (topic, fault) => this.refusedTopic(topic, fault)),
      WebSocket: options.WebSocket ?? globalThis.WebSocket,
      fetch: options.fetch ?? ((input, init) => fetch(input, init)),
      random: options.random ?? Math.random,
      readEvents: options.readEvents,
    };
    this.connection = new Connection(tools, this.channels, {
      changed: () => this.refresh(),
      refused: (channel, fault) => this.refused(channel, fault),
      banned: () => this.close(),
    });
    const hurry = () => this.connection.hurry();
    this.page = new PageEvents({ online: hurry, visible: hurry, changed: () => this.refresh() });
  }

  /** How events come now; with `onStatus` for useSyncExternalStore. */
  getStatus = (): StreamStatus => this.status;

  /** Calls back at each change of the status. Returns the function that ends it. */
  onStatus = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /**
   * Follow a topic. Returns the function that ends it.
   *
   * Own: the type of the application's own events, where it publishes some.
   */
  subscribe<Own extends PublishedEvent = never>(topic: Topic, listener: Listener<Own>): () => void {
    // What comes is not checked against Own: only the application knows what it publishes.
    const heard = listener as unknown as Listener<PublishedEvent>;
    const channel = this.channelFor(topic, heard);
    channel.add(heard);
    return () => {
      channel.delete(heard);
      if (channel.empty && this.channels.delete(channel)) this.left(channel);
    };
  }

  /** End everything for good. */
  close(): void {
    this.over = true;
    for (const channel of this.channels) channel.setTransport("stale");
    this.channels.clear();
    this.rest();
  }

  private channelFor(topic: Topic, { since, onSnapshot }: Listener<PublishedEvent>): Channel {
    const shared = since === undefined && onSnapshot === undefined;
    const known = [...this.channels].find((channel) => shared && channel.shared && channel.topic === topic);
    if (known) return known;
    this.sids += 1;
    const channel = new Channel(`s${this.sids}`, topic, shared, this.report);
    channel.cursor = since;
    if (this.over) return channel;
    if (this.channels.size >= MOST_TOPICS) {
      queueMicrotask(() => channel.fault(TOO_MANY));
      return channel;
    }
    this.channels.add(channel);
    this.timers.clear();
    this.page.start();
    // Whoever subscribes to several topics at once does so with one ticket.
    queueMicrotask(() => this.channels.has(channel) && this.connection.add(channel));
    return channel;
  }

  private left(channel: Channel): void {
    this.connection.remove(channel);
    this.timers.cancel(this.idle);
    if (this.channels.size === 0) this.idle = this.timers.after(IDLE_MS, () => this.rest());
  }

  /** Nobody listens: no connection, no timers. */
  private rest(): void {
    this.timers.clear();
    this.page.stop();
    this.connection.rest();
    this.refresh();
  }

  private refusedTopic(topic: Topic, fault: StreamFault): void {
    for (const channel of this.channels) if (channel.topic === topic) this.refused(channel, fault);
  }

  private refused(channel: Channel, fault: StreamFault): void {
    this.channels.delete(channel);
    channel.fault(fault);
    this.left(channel);
  }

  private refresh(): void {
    const { status } = this.connection;
    const now = this.page.offline && status !== "closed" ? "stale" : status;
    for (const channel of this.channels) channel.setTransport(transportOf(now, channel.standing));
    if (now === this.status) return;
    this.status = now;
    for (const watcher of [...this.watchers]) watcher();
  }
}

function transportOf(status: StreamStatus, standing: boolean): SubscriptionTransport {
  return standing && (status === "live" || status === "polling") ? status : "stale";
}

function reported(error: unknown): void {
  if (typeof reportError === "function") return reportError(error);
  // eslint-disable-next-line no-console -- Node 20 has no reportError, and an exception must not pass unseen
  console.error(error);
}
