import { isObject } from "./schema-nodes";

/** What is said of a whole number that JavaScript cannot hold: it would arrive as another. */
export const UNSAFE =
  "Whole numbers beyond 9,007,199,254,740,991 would be changed by this page: submit this one by the API.";

/** The places of such numbers in a value that was read from JSON or from a form. */
export function unsafeIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value === "number") return Number.isInteger(value) && !Number.isSafeInteger(value) ? [path] : [];
  if (!isObject(value) && !Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => unsafeIn(inner, [...path, name]));
}
