"use client";

import { Dialog as Primitive } from "radix-ui";
import { type ComponentProps, useState } from "react";

/**
 * Content of a modal dialog that gives the focus back, when it is left, to what opened it. Radix does so only for triggers of
 * its own; dialogs here are opened by state, from buttons, menus and keys.
 */
export function ModalContent(props: ComponentProps<typeof Primitive.Content>) {
  // While this is drawn for the first time the focus is still where it was.
  const [opener] = useState(focused);
  return (
    <Primitive.Content
      {...props}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        giveBack(opener);
      }}
    />
  );
}

/** What has the focus; of a menu, which is gone when the dialog is left, the button that opened it. */
function focused(): HTMLElement | null {
  const active = document.activeElement;
  const menu = active?.closest("[role=menu]");
  const opener = menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : active;
  return opener instanceof HTMLElement ? opener : null;
}

/** The page itself takes it where the opener is gone or cannot have it: a selection's bar after the selection was acted on. */
function giveBack(opener: HTMLElement | null): void {
  opener?.focus();
  if (opener === document.body || document.activeElement !== opener) document.getElementById("main")?.focus();
}
