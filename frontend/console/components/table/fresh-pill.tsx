import { ArrowUp } from "lucide-react";
import { formatCount } from "@/lib/format";

/* Lists count no further. */
const MOST = 1_000;

/** What came while one reads: nothing jumps until it is asked for. */
export function FreshPill({ count, onShow }: { count: number; onShow: () => void }) {
  return (
    <button
      type="button"
      onClick={onShow}
      className="absolute top-11 left-1/2 z-20 inline-flex h-7 -translate-x-1/2 items-center gap-1.5 rounded-full bg-accent px-3 text-xs font-medium text-accent-fg shadow-pop hover:bg-accent-hover"
    >
      <ArrowUp aria-hidden className="size-3.5" />
      {count < MOST ? formatCount(count) : `${formatCount(MOST)}+`} new
    </button>
  );
}
