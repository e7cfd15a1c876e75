import type { Ticket, Topic } from "./types";

// A clock that is wrong by more than the ticket lives must not make us ask without end.
const LEAST_LIFE_MS = 3_000;
const LONGEST_LIFE_MS = 3_600_000;

/** The ticket of now: fetched once for all who ask at the same time, and anew before it ends. */
export class TicketKeeper {
  private ticket: Ticket | null = null;
  private renewAt = 0;
  private fetching: Promise<Ticket> | null = null;

  constructor(
    private readonly getTicket: (topics: Topic[]) => Promise<Ticket>,
    private readonly topics: () => Topic[],
  ) {}

  /** A ticket that is good for a while and names every topic that is followed, as far as the application gives one. */
  async get(): Promise<Ticket> {
    if (this.ticket && Date.now() < this.renewAt && this.covers(this.ticket)) return this.ticket;
    return this.renew();
  }

  /** A new one, whatever the present one is like. */
  renew(): Promise<Ticket> {
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

  /** Whether the present ticket names the topics that are followed. */
  get sufficient(): boolean {
    return this.ticket !== null && this.covers(this.ticket);
  }

  private async fetch(): Promise<Ticket> {
    const asked = Date.now();
    const ticket = await this.getTicket(this.topics());
    const lifeMs = Date.parse(ticket.expires_at) - asked;
    const believed = Math.min(LONGEST_LIFE_MS, Math.max(LEAST_LIFE_MS, Number.isFinite(lifeMs) ? lifeMs : 0));
    this.ticket = ticket;
    this.renewAt = asked + (believed * 2) / 3;
    return ticket;
  }

  private covers({ topics }: Ticket): boolean {
    if (!topics || topics.includes("tenant")) return true;
    return this.topics().every((topic) => topics.includes(topic));
  }
}
