import type { NewReplay, ReplayFilter } from "@hub/client";

/** What the replay dialog's fields hold, as typed. */
export type HowFields = { reason: string; perS: string; canary: string; goesOn: boolean; url: string };

export const NO_WISHES: HowFields = { reason: "", perS: "", canary: "", goesOn: true, url: "" };

/** The request's members: numbers where something was typed, nothing where not. */
export function howOf(fields: HowFields): Omit<NewReplay, "filter" | "dry_run" | "url"> {
  return {
    reason: fields.reason.trim(),
    ...(fields.perS.trim() && { per_s: Number(fields.perS) }),
    ...(fields.canary.trim() && { canary: Number(fields.canary), canary_goes_on: fields.goesOn }),
  };
}

/** The request for a dry run, or for the replay itself. */
export function replayRequest(filter: ReplayFilter, fields: HowFields, dryRun: boolean): NewReplay {
  const url = fields.url.trim();
  return { filter, ...howOf(fields), ...(url && { url }), dry_run: dryRun };
}

/** What is wrong with a field before it is sent; null when nothing is. */
export function wrongIn(fields: HowFields): { perS: string | null; canary: string | null } {
  const perS = Number(fields.perS);
  const canary = Number(fields.canary);
  return {
    perS:
      fields.perS.trim() && !(perS >= 0.01 && perS <= 10_000) ? "Between 0.01 and 10,000 a second." : null,
    canary:
      fields.canary.trim() && !(Number.isInteger(canary) && canary >= 1 && canary <= 100_000)
        ? "A whole number from 1 to 100,000."
        : null,
  };
}
