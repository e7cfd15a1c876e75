import type { ConnectionTroubleOut, EndpointTroubleOut, OverviewOut } from "@hub/client";
import Link from "next/link";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/page-header";
import { Badge, StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";

/** Endpoints and connections that need somebody's eyes, worst first; nothing while none does. */
export function Troubles({ overview }: { overview: OverviewOut }) {
  const { connections, endpoints } = overview;
  const both = connections.worst.length > 0 && endpoints.worst.length > 0;
  if (connections.worst.length + endpoints.worst.length === 0) return null;
  return (
    <div className={both ? "grid gap-4 lg:grid-cols-2" : ""}>
      {connections.worst.length > 0 && (
        <Section title="Connections">
          <List>
            {connections.worst.map((one) => (
              <ConnectionTrouble key={one.id} trouble={one} />
            ))}
          </List>
        </Section>
      )}
      {endpoints.worst.length > 0 && (
        <Section title="Endpoints">
          <List>
            {endpoints.worst.map((one) => (
              <EndpointTrouble key={one.id} trouble={one} />
            ))}
          </List>
        </Section>
      )}
    </div>
  );
}

function List({ children }: { children: ReactNode }) {
  return <ul className="divide-y rounded-lg border bg-surface">{children}</ul>;
}

function ConnectionTrouble({ trouble }: { trouble: ConnectionTroubleOut }) {
  const badge =
    trouble.trouble === "expiring" ? (
      <Badge tone="warn" title="Its consent ends soon; connect it again.">
        expiring
      </Badge>
    ) : (
      <StateBadge kind="connection" state={trouble.trouble} />
    );
  return (
    <Trouble href={`/connections/${trouble.id}`} badge={badge} name={trouble.name} reason={trouble.reason}>
      {trouble.until ? (
        <>
          until <Time at={trouble.until} />
        </>
      ) : (
        <Time at={trouble.since} />
      )}
    </Trouble>
  );
}

function EndpointTrouble({ trouble }: { trouble: EndpointTroubleOut }) {
  const opened =
    trouble.breaker === "open" ? " · breaker open" : trouble.breaker === "half_open" ? " · probing" : "";
  return (
    <Trouble
      href={`/endpoints/${trouble.id}`}
      badge={<StateBadge kind="endpoint" state={trouble.trouble} />}
      name={trouble.description || trouble.url}
      reason={trouble.reason.replace(/^http_/, "HTTP ") + opened}
    >
      <Time at={trouble.since} />
    </Trouble>
  );
}

type TroubleProps = { href: string; badge: ReactNode; name: string; reason: string; children: ReactNode };

function Trouble({ href, badge, name, reason, children }: TroubleProps) {
  return (
    <li className="relative flex min-h-10 items-center gap-3 px-4 py-2 hover:bg-hover">
      <span className="w-22 shrink-0">{badge}</span>
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
        <Link href={href} className="truncate font-medium after:absolute after:inset-0">
          {name}
        </Link>
        <span className="truncate text-muted">{reason}</span>
      </span>
      <span className="shrink-0 text-xs text-muted">{children}</span>
    </li>
  );
}
