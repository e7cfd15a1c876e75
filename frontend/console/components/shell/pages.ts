import {
  Activity,
  Cable,
  FileClock,
  Inbox,
  KeyRound,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  Repeat2,
  Send,
  Settings,
  Tags,
  Webhook,
} from "lucide-react";

/** One entry of the navigation. `key`: the letter after `g`. */
export type PageEntry = { href: string; label: string; icon: LucideIcon; key: string };

/** The navigation, in groups. */
export const PAGES: { name: string; entries: PageEntry[] }[] = [
  {
    name: "Work",
    entries: [
      { href: "/", label: "Overview", icon: LayoutDashboard, key: "o" },
      { href: "/submit", label: "Submit", icon: Send, key: "s" },
      { href: "/jobs", label: "Jobs", icon: ListChecks, key: "j" },
    ],
  },
  {
    name: "Delivery",
    entries: [
      { href: "/endpoints", label: "Endpoints", icon: Webhook, key: "e" },
      { href: "/deliveries", label: "Deliveries", icon: Activity, key: "d" },
      { href: "/replays", label: "Replays", icon: Repeat2, key: "r" },
    ],
  },
  {
    name: "Systems",
    entries: [
      { href: "/connections", label: "Connections", icon: Cable, key: "c" },
      { href: "/sources", label: "Sources", icon: Inbox, key: "i" },
      { href: "/event-types", label: "Event types", icon: Tags, key: "t" },
    ],
  },
  {
    name: "Tenant",
    entries: [
      { href: "/access", label: "Keys & operators", icon: KeyRound, key: "k" },
      { href: "/audit", label: "Audit", icon: FileClock, key: "a" },
      { href: "/settings", label: "Settings", icon: Settings, key: "," },
    ],
  },
];
