"use client";

import type { ExchangeOut } from "@hub/client";
import { ChevronRight, Lock } from "lucide-react";
import { Fragment, useId, useState } from "react";
import { Badge } from "@/components/ui/state-badge";
import type { Tone } from "@/components/ui/states";
import { cn } from "@/lib/cn";
import { formatCount, formatDuration } from "@/lib/format";
import { ExchangeSide } from "./exchange-side";
import { errorWords } from "./exchange-words";

/* So many are kept of a run’s beginning; what is left out comes after them. */
const FIRST = 10;

type ExchangesProps = { exchanges: ExchangeOut[]; leftOut: number; openLast: boolean };

/** What a run asked of the outside system and what that said, in order; each to unfold. */
export function Exchanges({ exchanges, leftOut, openLast }: ExchangesProps) {
  return (
    <ol aria-label="Requests to the outside system" className="divide-y rounded-md border">
      {exchanges.map((exchange, place) => (
        <Fragment key={place}>
          {leftOut > 0 && place === FIRST && (
            <li className="px-3 py-1.5 text-xs text-muted">{formatCount(leftOut)} more, not kept</li>
          )}
          <Exchange
            exchange={exchange}
            number={place < FIRST ? place + 1 : place + 1 + leftOut}
            open={openLast && place === exchanges.length - 1}
          />
        </Fragment>
      ))}
    </ol>
  );
}

type ExchangeProps = { exchange: ExchangeOut; number: number; open: boolean };

function Exchange({ exchange, number, open: first }: ExchangeProps) {
  const [open, setOpen] = useState(first);
  const id = useId();
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="flex min-h-8 w-full items-center gap-2 px-2 py-1 text-left hover:bg-hover focus-visible:outline-offset-[-2px]"
      >
        <ChevronRight
          aria-hidden
          className={cn("size-3.5 shrink-0 text-faint transition-transform", open && "rotate-90")}
        />
        <span className="flex min-w-0 flex-1 gap-2 font-mono text-xs">
          <span className="shrink-0 font-semibold">{exchange.method}</span>{" "}
          <span className={cn("min-w-0", open ? "break-all" : "truncate")} title={exchange.path}>
            {exchange.path}
          </span>
        </span>{" "}
        <Result exchange={exchange} />{" "}
        <span className="w-16 shrink-0 text-right text-xs text-muted tabular-nums">
          {formatDuration(exchange.duration_ms)}
        </span>
      </button>
      {open && (
        <div id={id} className="flex flex-col gap-3 border-t px-3 py-3">
          <About exchange={exchange} />
          {exchange.confidential ? (
            <p className="flex items-center gap-1.5 text-muted">
              <Lock aria-hidden className="size-3.5 shrink-0" />
              It was about credentials: nothing else is kept of it.
            </p>
          ) : (
            <div className="grid grid-cols-[minmax(0,1fr)] gap-4 md:grid-cols-2">
              <ExchangeSide title="Request" label={`request ${number}`} side={exchange.request}>
                Not kept.
              </ExchangeSide>
              <ExchangeSide title="Response" label={`response ${number}`} side={exchange.response}>
                Nothing came back.
              </ExchangeSide>
            </div>
          )}
        </div>
      )}
    </li>
  );
}

function Result({ exchange }: { exchange: ExchangeOut }) {
  const words = [exchange.status, exchange.error?.replaceAll("_", " ")].filter((each) => each ?? false);
  return (
    <span className="shrink-0">
      <Badge tone={toneOf(exchange)} title={exchange.error ? errorWords(exchange.error) : undefined}>
        {words.join(" · ")}
      </Badge>
    </span>
  );
}

function toneOf({ status, error }: ExchangeOut): Tone {
  if (error !== null || status === null || status >= 500) return "bad";
  if (status >= 400) return "warn";
  return status >= 300 ? "idle" : "ok";
}

function About({ exchange }: { exchange: ExchangeOut }) {
  return (
    <div className="flex flex-col gap-1 text-xs text-muted">
      <p className="break-all">
        To <code className="font-mono">{exchange.host}</code>
      </p>
      {exchange.error && <p>{errorWords(exchange.error)}</p>}
    </div>
  );
}
