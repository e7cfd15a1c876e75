"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { Button } from "../ui/button";
import { Menu, MenuItem } from "../ui/menu";

const THEMES = [
  ["system", "As the system", Monitor],
  ["light", "Light", Sun],
  ["dark", "Dark", Moon],
] as const;

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const { setTheme } = useTheme();
  const trigger = (
    <Button look="ghost" size="icon" aria-label="Theme">
      <Sun aria-hidden className="dark:hidden" />
      <Moon aria-hidden className="hidden dark:block" />
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      {THEMES.map(([theme, label, Icon]) => (
        <MenuItem key={theme} onSelect={() => setTheme(theme)}>
          <Icon aria-hidden /> {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
