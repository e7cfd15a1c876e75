import { climbDelay, nextRung, reconnectDelay, type Rung } from "./ladder";

/** Where on the ladder the stream is, and how patient it has become. */
export class Pace {
  rung: Rung = "socket";
  private failures = 0;
  private tries = 0;
  private climbs = 0;

  constructor(private readonly random: () => number) {}

  /** Begin anew: at the top, without patience. */
  reset(): void {
    this.rung = "socket";
    this.failures = 0;
    this.tries = 0;
    this.climbs = 0;
  }

  /** There is a reason to think that things are better now. */
  hurry(): void {
    this.tries = 0;
    this.climbs = 0;
  }

  /** The top is reached. */
  arrived(): void {
    this.climbs = 0;
  }

  /** A connection ended. held: it had worked for a while, or was told to go. topics: how many are followed. */
  ended(rung: Rung, held: boolean, topics: number): void {
    this.failures = held ? 0 : this.failures + 1;
    this.tries = held ? 0 : this.tries + 1;
    this.rung = nextRung(rung, this.failures, topics);
    if (this.rung !== rung) this.failures = 0;
  }

  /** Milliseconds before the next connection. */
  reconnectMs(): number {
    return reconnectDelay(this.tries, this.random());
  }

  /** Milliseconds before a better rung is tried; longer each time. */
  climbMs(): number {
    const ms = climbDelay(this.climbs, this.random());
    this.climbs += 1;
    return ms;
  }
}
