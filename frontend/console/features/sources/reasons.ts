/** Why a request was refused: what happened, and what to do. */
export type ReasonWords = { title: string; advice: string };

export const REASONS: Record<string, ReasonWords> = {
  no_secret: {
    title: "The source has no secret yet",
    advice: "Give it the sender’s secret, then replay the request.",
  },
  missing_header: {
    title: "The signature is missing",
    advice: "The sender does not sign: turn signing on there. Or somebody else has the address.",
  },
  malformed_header: {
    title: "The signature is not readable",
    advice: "Check that the preset is the sender’s, and its options (prefix, encoding).",
  },
  stale_timestamp: {
    title: "It was signed too long ago",
    advice: "Check the clocks, or raise tolerance_s. A replay by somebody else looks like this, too.",
  },
  wrong_signature: {
    title: "The signature does not fit",
    advice:
      "The secret here is not the sender’s, or the body was changed on its way. Set the right one, then replay.",
  },
  wrong_sender: {
    title: "It is from somebody else",
    advice: "The organization, webhook or client state is not the one that the source takes.",
  },
  malformed_body: {
    title: "The body is not readable",
    advice: "It is verified, but no JSON, or holds a NUL character. The sender has to put it right.",
  },
  too_many_events: {
    title: "There are more than 1,000 events in it",
    advice: "Have the sender make smaller batches.",
  },
};

/** The words for a reason; one that this console does not know is shown as it is. */
export function reasonOf(reason: string): ReasonWords {
  return REASONS[reason] ?? { title: reason.replaceAll("_", " "), advice: "" };
}

/** What a mapping did, in words. */
export function resultWords(result: string): string {
  return RESULTS[result] ?? result.replaceAll("_", " ");
}

const RESULTS: Record<string, string> = {
  job_started: "Started a job",
  done_before: "Had been done before",
  failed: "Failed",
};
