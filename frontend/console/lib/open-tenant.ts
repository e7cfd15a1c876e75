import { configureHub, HubProblem } from "@hub/client";
import { useSyncExternalStore } from "react";
import { OTHER_TENANT, PAGE_TENANT } from "./page-tenant";

let tenant: string | null = null;
let left = false;
const listeners = new Set<() => void>();

/** From now on this page's calls say that they are made for this tenant. */
export function openTenant(id: string): void {
  // The server renders pages of several tenants in one process, and makes no calls there.
  if (typeof window === "undefined") return;
  [tenant, left] = [id, false];
  configureHub({ headers: pageHeaders() });
}

/** What every call of this page to the console carries. */
export function pageHeaders(): Record<string, string> {
  return tenant === null ? {} : { [PAGE_TENANT]: tenant };
}

/** Heeds a problem: a page that is another tenant's by now can only be loaded anew. */
export function noteProblem(problem: unknown): void {
  if (!(problem instanceof HubProblem) || problem.code !== OTHER_TENANT || left) return;
  left = true;
  listeners.forEach((listener) => listener());
}

/** Whether the session has become another tenant's since this page was loaded. */
export function useTenantLeft(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => left,
    () => false,
  );
}
