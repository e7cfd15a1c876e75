import { cn } from "@/lib/cn";
import { explainFailure } from "./failures";

/** An attempt's end in few characters: `503`, `timeout`; on hover what that means. */
export function ResultCode({ code, error }: { code: number | null; error: string | null }) {
  if (code === null && !error) return <span className="text-faint">–</span>;
  const failure = explainFailure({ status_code: code, error });
  return (
    <span
      title={failure?.title}
      className={cn("truncate font-mono text-xs", failure ? "text-bad" : "text-ok")}
    >
      {[code, error?.replaceAll("_", " ")].filter(Boolean).join(" ")}
    </span>
  );
}
