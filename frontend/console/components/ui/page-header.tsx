import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

type PageHeaderProps = {
  title: ReactNode;
  /** Beside the title: a StateBadge, an Id. */
  aside?: ReactNode;
  /** One line on what the page is for. */
  description?: ReactNode;
  actions?: ReactNode;
};

/** The page's h1 with its actions. */
export function PageHeader({ title, aside, description, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-64">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <h1 className="text-lg leading-8 font-semibold tracking-tight wrap-anywhere">{title}</h1>
          {aside}
        </div>
        {description && <p className="text-sm text-muted">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

/** A page's column. `fill`: as high as the window, for pages with a DataTable. */
export function Page({ children, fill }: { children: ReactNode; fill?: boolean }) {
  return (
    <div
      className={cn(
        "mx-auto flex w-full max-w-[1440px] flex-col gap-4 p-6 phone:p-4",
        fill && "h-full min-h-0",
      )}
    >
      {children}
    </div>
  );
}

/** A titled part of a page. */
export function Section({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="flex flex-col gap-2">
      <div className="flex min-h-8 items-center justify-between gap-2">
        <h2 className="text-sm font-semibold">{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** A quiet box. */
export function Card({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={cn("rounded-lg border bg-surface p-4", className)}>{children}</div>;
}
