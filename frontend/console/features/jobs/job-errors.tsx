import type { JobOut } from "@hub/client";
import { CircleX } from "lucide-react";
import { Badge } from "@/components/ui/state-badge";

const ADVICE: Record<string, string> = {
  auth: "The system does not accept the connection’s credentials: reconnect it, then retry.",
  permission: "The connection’s user may not do this: give it the right in the system, then retry.",
  validation: "The system refuses what was sent: retry with another input.",
  duplicate: "The system has it already.",
  conflict: "The record has changed or is locked: look at it in the system, then retry.",
  not_found: "What the input names is not there: retry with another input.",
  rate_limit: "The system takes no more requests for now: retry later.",
  quota_exhausted: "The system’s quota is used up: retry when it begins anew.",
  unavailable: "The system did not answer well in all of its runs: retry when it is there again.",
  unknown_outcome: "Whether it took effect is not known: look in the system before you retry.",
};

/** Why the job failed: category, the system's own words and code, and the fields that it names. */
export function JobErrors({ job }: { job: JobOut }) {
  if (!job.error || job.status === "succeeded") return null;
  const { category, message, provider_code: code, fields } = job.error;
  const kind = typeof category === "string" ? category : null;
  const bad = job.status === "failed" || job.status === "expired";
  return (
    <section
      aria-label="Error"
      className={`flex gap-3 rounded-lg border p-3 ${bad ? "border-bad/40 bg-bad-soft" : "border-warn/40 bg-warn-soft"}`}
    >
      <CircleX aria-hidden className={`mt-0.5 size-4 shrink-0 ${bad ? "text-bad" : "text-warn"}`} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-semibold break-words">
            {typeof message === "string" ? message : "It failed."}
          </span>
          {kind && <Badge>{kind.replaceAll("_", " ")}</Badge>}
          {typeof code === "string" && code !== "" && <code className="font-mono text-xs">{code}</code>}
        </p>
        <Fields fields={fields} />
        {bad && kind && ADVICE[kind] && <p className="text-muted">{ADVICE[kind]}</p>}
      </div>
    </section>
  );
}

/** The fields that the outside system named, in whatever of the known shapes its connector tells them. */
function Fields({ fields }: { fields: unknown }) {
  const rows = fieldRows(fields);
  if (rows.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5">
      {rows.map(([name, words]) => (
        <li key={name}>
          <code className="font-mono text-xs">{name}</code> {words}
        </li>
      ))}
    </ul>
  );
}

export function fieldRows(fields: unknown): [string, string][] {
  if (typeof fields !== "object" || fields === null) return [];
  if (!Array.isArray(fields))
    return Object.entries(fields).map(([name, words]) => [name, [words].flat().map(String).join(" ")]);
  return fields.map((each, place) => {
    if (typeof each !== "object" || each === null) return [String(place + 1), String(each)];
    const { field, name, path, message, detail } = each as Record<string, unknown>;
    return [String(field ?? name ?? path ?? place + 1), String(message ?? detail ?? "")];
  });
}
