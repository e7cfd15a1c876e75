"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { cn } from "@/lib/cn";
import { CopyButton } from "./copy-button";

type JsonViewProps = {
  value: unknown;
  label: string;
  /** How many levels are open at first. */
  depth?: number;
};

/** A JSON value to unfold, with its copy button. */
export function JsonView({ value, label, depth = 2 }: JsonViewProps) {
  return (
    <div className="relative rounded-md border bg-raised">
      <div
        tabIndex={0}
        role="region"
        aria-label={label}
        className="max-h-[32rem] overflow-auto rounded-md p-3 pr-10 font-mono text-xs leading-5"
      >
        <Node value={value} depth={depth} />
      </div>
      <CopyButton
        text={JSON.stringify(value, null, 2)}
        label={`Copy ${label}`}
        className="absolute top-2 right-2 bg-raised"
      />
    </div>
  );
}

type NodeProps = { name?: string; value: unknown; depth: number };

function Node({ name, value, depth }: NodeProps) {
  if (typeof value === "object" && value !== null && Object.keys(value).length > 0) {
    return <Branch name={name} value={value} depth={depth} />;
  }
  return (
    <div className="pl-4 break-words whitespace-pre-wrap">
      <Name name={name} />
      <Leaf value={value} />
    </div>
  );
}

/* More entries than this are shown on demand: a list of thousands would stall the page. */
const SHOWN = 100;

function Branch({ name, value, depth }: { name?: string; value: object; depth: number }) {
  const [open, setOpen] = useState(depth > 0);
  const [all, setAll] = useState(false);
  const list = Array.isArray(value);
  const entries = Object.entries(value);
  const size = `${entries.length} ${list ? "item" : "key"}${entries.length === 1 ? "" : "s"}`;
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex items-center rounded-sm text-left hover:bg-hover"
      >
        <ChevronRight
          aria-hidden
          className={cn("mr-1 size-3 text-faint transition-transform", open && "rotate-90")}
        />
        <Name name={name} />
        <span className="text-muted">{open ? (list ? "[" : "{") : list ? `[ ${size} ]` : `{ ${size} }`}</span>
      </button>
      {open && (
        <div className="ml-1.5 border-l pl-1.5">
          {entries.slice(0, all ? undefined : SHOWN).map(([key, each]) => (
            <Node key={key} name={list ? undefined : key} value={each} depth={depth - 1} />
          ))}
          {!all && entries.length > SHOWN && (
            <button type="button" onClick={() => setAll(true)} className="pl-4 text-accent hover:underline">
              {entries.length - SHOWN} more
            </button>
          )}
        </div>
      )}
      {open && <div className="pl-4 text-muted">{list ? "]" : "}"}</div>}
    </div>
  );
}

function Name({ name }: { name?: string }) {
  return name === undefined ? null : <span className="mr-1.5 text-accent">{name}:</span>;
}

function Leaf({ value }: { value: unknown }) {
  if (typeof value === "string") return <span className="text-ok">{JSON.stringify(value)}</span>;
  if (typeof value === "object")
    return <span className="text-muted">{value === null ? "null" : Array.isArray(value) ? "[]" : "{}"}</span>;
  return <span className="text-info">{String(value)}</span>;
}
