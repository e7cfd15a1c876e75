import { cn } from "@/lib/cn";
import { CopyButton } from "./copy-button";

/** Code to read and copy. `label` names it for screen readers. */
export function CodeBlock({ code, label, className }: { code: string; label: string; className?: string }) {
  return (
    <div className={cn("relative rounded-md border bg-raised", className)}>
      <pre
        tabIndex={0}
        role="region"
        aria-label={label}
        className="max-h-96 overflow-auto rounded-md p-3 pr-10 font-mono text-xs leading-5"
      >
        {code}
      </pre>
      <CopyButton text={code} label={`Copy ${label}`} className="absolute top-2 right-2 bg-raised" />
    </div>
  );
}
