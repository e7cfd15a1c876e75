"use client";

import type { ConnectLinkOut, NewLinkOut } from "@hub/client";
import { useGetConnectLink } from "@hub/client/react";
import { CircleCheck, CircleX, ExternalLink, Hourglass, TimerOff, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/page-header";
import { ShownOnce } from "@/components/ui/shown-once";
import { TONES } from "@/components/ui/state-badge";
import type { Tone } from "@/components/ui/states";
import { Time } from "@/components/ui/time";
import { cn } from "@/lib/cn";
import { useRefresh } from "@/lib/use-refresh";

const ASK_MS = 2000;

type Look = { tone: Tone; icon: LucideIcon; title: string; text: string };

const LOOKS: Record<string, Look> = {
  waiting: {
    tone: "info",
    icon: Hourglass,
    title: "Nobody has opened the link yet",
    text: "Open it, or send it to whoever may decide at the vendor. It is good once.",
  },
  opened: {
    tone: "info",
    icon: Hourglass,
    title: "Somebody is at the vendor",
    text: "They sign in there and agree. This page goes on by itself.",
  },
  connected: { tone: "ok", icon: CircleCheck, title: "Connected", text: "The hub has its access." },
  failed: {
    tone: "bad",
    icon: CircleX,
    title: "Nothing came of it",
    text: "The link is used up. Make a new one.",
  },
  expired: {
    tone: "warn",
    icon: TimerOff,
    title: "The link has expired",
    text: "It was good for half an hour.",
  },
};

/** A link to consent with, and how far the person who opened it is. */
export function ConsentLink({ link, onAgain }: { link: NewLinkOut; onAgain: () => void }) {
  const asked = useGetConnectLink(link.id, {
    query: {
      initialData: link,
      refetchInterval: ({ state }) => (isOver(state.data) ? false : ASK_MS),
      // A person agrees in another tab, with this one in the background.
      refetchIntervalInBackground: true,
    },
  });
  const now = asked.data ?? link;
  const refresh = useRefresh("/api/v1/connections");
  useEffect(() => {
    if (now.state === "connected") void refresh();
  }, [now.state, refresh]);
  const over = isOver(now);
  return (
    <Card className="flex max-w-xl flex-col gap-4">
      <LinkState link={now} />
      {!over && (
        <>
          <ShownOnce label="Link" value={link.url}>
            For one person, once, until <Time at={now.expires_at} absolute />.
          </ShownOnce>
          {now.state === "waiting" && (
            <Button asChild look="primary" className="self-start">
              <a href={link.url} target="_blank" rel="noreferrer">
                <ExternalLink aria-hidden /> Open it here
              </a>
            </Button>
          )}
        </>
      )}
      <div className="flex gap-2 empty:hidden">
        {now.state === "connected" && now.connection_id && (
          <Button asChild look="primary">
            <Link href={`/connections/${now.connection_id}`}>Show the connection</Link>
          </Button>
        )}
        {over && now.state !== "connected" && <Button onClick={onAgain}>Start again</Button>}
      </div>
    </Card>
  );
}

function isOver(link: ConnectLinkOut | undefined): boolean {
  return link !== undefined && link.state !== "waiting" && link.state !== "opened";
}

function LinkState({ link }: { link: ConnectLinkOut }) {
  const look = LOOKS[link.state] ?? LOOKS.waiting;
  if (!look) return null;
  const Icon = look.icon;
  const said = typeof link.error?.message === "string" ? link.error.message : null;
  return (
    <div role="status" className="flex gap-3">
      <span className={cn("flex size-8 shrink-0 items-center justify-center rounded-full", TONES[look.tone])}>
        <Icon aria-hidden className="size-4" />
      </span>
      <div className="min-w-0">
        <p className="font-semibold">{look.title}</p>
        <p className="text-muted">{look.text}</p>
        {said && <p className="mt-1 break-words text-bad">{said}</p>}
      </div>
    </div>
  );
}
