import { formatInstant } from "@/lib/format";

const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;

/** A sentence of the API with its instants in the viewer's zone. */
export function withLocalTimes(sentence: string): string {
  return sentence.replaceAll(INSTANT, (instant) => formatInstant(Date.parse(instant)));
}
