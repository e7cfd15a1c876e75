/** What a system, or the way to it, answered: as in a connection's `last_error`, a check's `error` and a health's `errors`. */
export type Wrong = { what: string; advice: string; message: string; code: string | null; at: string | null };

const WORDS: Record<string, [what: string, advice: string]> = {
  auth: [
    "The system refused the credentials.",
    "Enter them again, or make new ones there. Look for spaces and for the right account.",
  ],
  permission: [
    "The system knows the user, but does not allow it.",
    "Give the user or the app the missing permission there, then check again.",
  ],
  not_found: [
    "The address answers, but what was asked for is not there.",
    "Check the address and names such as the database or the company.",
  ],
  validation: ["The system did not accept the request.", "Check the settings of the connection."],
  duplicate: ["The system says that it has this already.", "Nothing needs to be done for the connection."],
  conflict: ["Something there has changed meanwhile.", "Try again."],
  rate_limit: ["The system asks for fewer requests.", "The hub waits as long as it was told."],
  quota_exhausted: [
    "The system's quota is spent.",
    "Jobs wait until it is given anew. A larger plan there, or fewer calls, would help.",
  ],
  unavailable: [
    "The system could not be reached.",
    "Check that the address is right and that the system runs; the hub tries again by itself.",
  ],
  unknown_outcome: [
    "The answer was lost.",
    "Nobody knows yet whether the call took effect; the hub looks for it.",
  ],
};

/** The error in plain words; null when there is none. */
export function wrongOf(error: Record<string, unknown> | null | undefined): Wrong | null {
  if (!error) return null;
  const category = text(error.category) ?? text(error.code) ?? "";
  const [what, advice] = WORDS[category] ?? ["Something went wrong.", "Check the connection again."];
  const code = text(error.native_code) ?? text(error.code);
  return { what, advice, message: text(error.message) ?? "", code, at: text(error.at) };
}

/** What kept jobs from beginning, in plain words. because: as in `parked.because`. */
export function parkedWords(because: string): string {
  const [kind = "", name] = because.split(":");
  if (kind === "quota") return `The quota “${name}” is spent.`;
  if (kind === "rate") return `The rate “${name}” is used up for the moment.`;
  return PARKED[kind] ?? "Its jobs wait.";
}

const PARKED: Record<string, string> = {
  broken: "The system refused the credentials.",
  disabled: "Somebody switched the connection off.",
  breaker: "Too many calls failed; one call tries from time to time.",
  asked_to_wait: "The system asked to wait.",
};

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
