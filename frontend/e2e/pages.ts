import type { Seeded } from "./seed";

/** A page to look at: its place in the pictures' names, its address, and its heading. */
export type Look = { name: string; path: string };

/** Every page of the console, with something in it. */
export function pages(made: Seeded): Look[] {
  return [
    { name: "overview", path: "/" },
    { name: "connections", path: "/connections" },
    { name: "connection", path: `/connections/${made.connection}` },
    { name: "connection-new", path: "/connections/new" },
  ];
}
