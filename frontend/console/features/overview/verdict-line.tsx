import { CircleCheck, OctagonAlert, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { cn } from "@/lib/cn";
import type { Finding } from "./verdict";

const LOOKS = {
  ok: { icon: CircleCheck, className: "border-ok/40 bg-ok-soft", text: "text-ok" },
  warn: { icon: TriangleAlert, className: "border-warn/40 bg-warn-soft", text: "text-warn" },
  bad: { icon: OctagonAlert, className: "border-bad/40 bg-bad-soft", text: "text-bad" },
};

/** Whether everything is all right, in one line, and what is not, worst first. */
export function VerdictLine({ findings }: { findings: Finding[] }) {
  const [worst, ...others] = findings;
  const { icon: Icon, className, text } = LOOKS[worst?.tone ?? "ok"];
  return (
    <div
      role="status"
      className={cn("flex min-h-12 items-start gap-3 rounded-lg border px-4 py-3", className)}
    >
      <Icon aria-hidden className={cn("mt-0.5 size-5 shrink-0", text)} />
      {worst ? (
        <div className="flex min-w-0 flex-col gap-1">
          <p className="text-base font-semibold">
            <Link href={worst.href} className="hover:underline">
              {capital(worst.text)}
            </Link>
          </p>
          {others.length > 0 && (
            <ul className="flex flex-wrap gap-x-5 gap-y-0.5">
              {others.map((finding) => (
                <li key={finding.text} className="flex items-center gap-1.5">
                  <span
                    aria-hidden
                    className={cn("size-1.5 rounded-full", finding.tone === "bad" ? "bg-bad" : "bg-warn")}
                  />
                  <Link href={finding.href} className="underline-offset-2 hover:underline">
                    {capital(finding.text)}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </div>
      ) : (
        <p className="text-base font-semibold">All well</p>
      )}
    </div>
  );
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
