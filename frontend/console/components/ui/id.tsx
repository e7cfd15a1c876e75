import Link from "next/link";
import { cn } from "@/lib/cn";
import { placeOf, shortId } from "@/lib/ids";
import { CopyButton } from "./copy-button";

type IdProps = {
  id: string;
  /** The whole id instead of its end. */
  full?: boolean;
  /** Link to the page of what it names. */
  link?: boolean;
  className?: string;
};

/** An id in mono, short, with its copy button. */
export function Id({ id, full, link, className }: IdProps) {
  const text = full ? id : shortId(id);
  const place = link ? placeOf(id) : null;
  return (
    <span className={cn("inline-flex max-w-full items-center gap-0.5", className)}>
      {place ? (
        <Link
          prefetch={false}
          href={place.href}
          title={id}
          className="truncate font-mono text-xs text-accent hover:underline"
        >
          {text}
        </Link>
      ) : (
        <span title={id} className="truncate font-mono text-xs">
          {text}
        </span>
      )}
      <CopyButton text={id} label={`Copy ${id}`} />
    </span>
  );
}
