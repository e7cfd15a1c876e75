import type { FieldProblem } from "../generated/models";
import type { StreamFault, Ticket, Topic } from "./types";

// A clock that is wrong by more than the ticket lives must not make us ask without end.
const LEAST_LIFE_MS = 3_000;
const LONGEST_LIFE_MS = 3_600_000;
// Whoever waits for a ticket is not connected, and does nothing else about it.
const LATE_MS = 15_000;
// The API's name for one of the topics that a ticket was asked for.
const PLACE = /^body\.topics\.(\d+)$/;

/** A ticket, and the topics that it was asked for. */
export type HeldTicket = Ticket & { askedFor: readonly Topic[] };

/** Whether the topic can be subscribed to: the ticket names it, or was asked for it in vain, and then no is the answer. */
export function covers({ topics, askedFor }: HeldTicket, topic: Topic): boolean {
  return !topics || topics.includes("tenant") || topics.includes(topic) || askedFor.includes(topic);
}

/** The ticket of now: fetched once for all who ask at the same time, and anew before it ends. */
export class TicketKeeper {
  private ticket: HeldTicket | null = null;
  private renewAt = 0;
  private fetching: Promise<HeldTicket> | null = null;

  constructor(
    private readonly getTicket: (topics: Topic[]) => Promise<Ticket>,
    private readonly topics: () => Topic[],
    /** A topic for which no ticket is given; it is not among `topics` afterwards. */
    private readonly refused: (topic: Topic, fault: StreamFault) => void,
  ) {}

  /** A ticket that is good for a while and was asked for with the topic; with all that are followed, where none is given. */
  async get(topic?: Topic): Promise<HeldTicket> {
    const wanted = () => (topic === undefined ? this.topics() : [topic]);
    const suits = (held: HeldTicket) => wanted().every((each) => covers(held, each));
    if (this.ticket && Date.now() < this.renewAt && suits(this.ticket)) return this.ticket;
    for (;;) {
      const held = await this.renew();
      // A fetch that others have begun does not ask for what has joined since.
      if (topic === undefined || suits(held)) return held;
    }
  }

  /** A new one, whatever the present one is like. */
  renew(): Promise<HeldTicket> {
    this.fetching ??= this.fetch().finally(() => {
      this.fetching = null;
    });
    return this.fetching;
  }

  /** The present one was refused. */
  drop(): void {
    this.ticket = null;
  }

  /** Milliseconds until two thirds of the ticket's life are over. */
  get renewInMs(): number {
    return Math.max(0, this.renewAt - Date.now());
  }

  private async fetch(): Promise<HeldTicket> {
    const asked = Date.now();
    const ticket = await this.ask();
    const lifeMs = Date.parse(ticket.expires_at) - asked;
    const believed = Math.min(LONGEST_LIFE_MS, Math.max(LEAST_LIFE_MS, Number.isFinite(lifeMs) ? lifeMs : 0));
    this.ticket = ticket;
    this.renewAt = asked + (believed * 2) / 3;
    return ticket;
  }

  /** One topic that is not to be had must not take the others with it: asks again without it. */
  private async ask(): Promise<HeldTicket> {
    for (;;) {
      const askedFor = this.topics();
      try {
        return { ...(await inTime(this.getTicket([...askedFor]))), askedFor };
      } catch (error) {
        const bad = faultsOf(error, askedFor);
        for (const [topic, fault] of bad) this.refused(topic, fault);
        if (bad.size === 0 || this.topics().length === 0) throw error;
      }
    }
  }
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("No ticket came in time.")), LATE_MS);
    void answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** The topics that a problem of `POST /tickets` names, also one that the application's back end has handed on. */
function faultsOf(error: unknown, topics: readonly Topic[]): Map<Topic, StreamFault> {
  const { code = "", errors = [] } = (error ?? {}) as { code?: string; errors?: FieldProblem[] };
  const found = new Map<Topic, StreamFault>();
  for (const { field, detail } of errors) {
    const topic = topics[Number(PLACE.exec(field)?.[1] ?? Number.NaN)];
    if (topic !== undefined) found.set(topic, { code, detail });
  }
  return found;
}
