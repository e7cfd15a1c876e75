import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { CodeBlock } from "./code-block";

type EmptyStateProps = {
  icon?: LucideIcon;
  title: string;
  /** What would be here, and why one wants it. */
  children?: ReactNode;
  /** The button that makes the first one. */
  action?: ReactNode;
  /** The call that makes the first one. */
  code?: string;
};

/** Nothing here yet: says what would be, and how the first one is made. */
export function EmptyState({ icon: Icon, title, children, action, code }: EmptyStateProps) {
  return (
    <div className="mx-auto flex w-full max-w-xl flex-col items-center gap-2 px-4 py-14 text-center">
      {Icon && <Icon aria-hidden className="mb-1 size-6 text-faint" strokeWidth={1.5} />}
      <h2 className="text-base font-semibold">{title}</h2>
      {children && <div className="text-sm text-muted">{children}</div>}
      {action && <div className="mt-2 flex gap-2">{action}</div>}
      {code && <CodeBlock code={code} label="example" className="mt-3 w-full text-left" />}
    </div>
  );
}
